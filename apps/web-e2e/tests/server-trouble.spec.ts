import { expect, test } from '@playwright/test';
import { ask, expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeEach(async () => {
  server = await IeumServer.start();
});
test.afterEach(() => server.stop());

test('a killed server: the call goes on, the page says so within two seconds, and list and room come back', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const waiting = await Person.student(browser, server);
  const onList = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await ask(waiting, 'I wait through a restart');
  await onList.page.goto('/live');
  const card = onList.page.getByText('I wait through a restart');
  await expect(card).toBeVisible();

  await server.kill();
  for (const { page } of [student, mentor, waiting, onList]) {
    await expect(page.locator('[data-connection="reconnecting"]')).toBeVisible({ timeout: 2000 });
  }
  await expectMediaToFlow(student, mentor);
  const connections = (await student.received()).connections;

  await server.up();
  for (const { page } of [student, mentor, waiting, onList]) {
    await expect(page.locator('[data-connection="reconnecting"]')).toHaveCount(0, { timeout: 30_000 });
  }
  expect((await student.received()).connections).toBe(connections);
  await expectMediaToFlow(student, mentor);
  await expect(card).toBeVisible();
  await onList.page.getByRole('button', { name: `Accept the request of ${waiting.nickname}` }).click();
  await expect(waiting.page).toHaveURL(/\/room\//);
  await mentor.page.getByRole('button', { name: 'Leave' }).click();
  await mentor.page.getByRole('button', { name: 'End the consult' }).click();
  await expect(student.page).toHaveURL(/\/feedback$/);
  for (const person of [student, mentor, waiting, onList]) await person.close();
});

test('a client that speaks another protocol version is offered a reload', async ({ browser }) => {
  const mentor = await Person.mentor(browser, server);
  await mentor.page.routeWebSocket(/socket\.io/, (socket) => {
    const upstream = socket.connectToServer();
    socket.onMessage((frame) => upstream.send(String(frame).replace(/"protocol":\d+/, '"protocol":999')));
    upstream.onMessage((frame) => socket.send(frame));
  });
  await mentor.page.goto('/live');
  await expect(mentor.page.getByRole('button', { name: /reload/i })).toBeVisible();
  await mentor.close();
});
