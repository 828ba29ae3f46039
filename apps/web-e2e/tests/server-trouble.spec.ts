import { expect, test } from '@playwright/test';
import { ask, expectMediaToFlow, expectMediaToGoOn, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';
import { SignalRecord } from '../support/signals';

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

test('30 s without signaling: media never stops, and what had to wait for it arrives once', async ({ browser }) => {
  test.setTimeout(120_000);
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const signals = new SignalRecord(mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const before = await routesOf(student);
  const offersBefore = signals.offersReceived;

  await server.kill();
  const gone = performance.now();
  await expect(student.page.locator('[data-connection="reconnecting"]')).toBeVisible();
  // Another network: a new route is wanted, which only the server can tell the other side.
  await student.page.evaluate(() => window.dispatchEvent(new Event('online')));
  // What the two tell each other needs no server.
  const { page } = mentor;
  await student.page.keyboard.press('v');
  await expect(page.getByRole('img', { name: `${student.nickname}’s camera is off` })).toBeVisible();
  await student.page.keyboard.press('v');
  await expect(page.getByRole('img', { name: `${student.nickname}’s camera is off` })).toHaveCount(0);
  await student.page.keyboard.press('s');
  await expect(page.getByTestId('remote-screen')).toBeVisible();
  await expectMediaToGoOn(30_000 - (performance.now() - gone), student, mentor);
  expect(signals.offersReceived).toBe(offersBefore);

  await server.up();
  await expect.poll(() => signals.offersReceived, { timeout: 30_000 }).toBe(offersBefore + 1);
  await expect.poll(async () => (await routesOf(student)).agreed).not.toBe(before.agreed);
  await expectMediaToGoOn(3_000, student, mentor);
  await expect(page.getByTestId('remote-screen')).toBeVisible();
  expect(signals.offersReceived).toBe(offersBefore + 1);
  expect((await routesOf(student)).connections).toEqual(before.connections);
  await student.close();
  await mentor.close();
});

/** Which connections this side ever made (RFC 8866 §5.2), and the route that both agreed on last (RFC 8839 §5.4). */
const routesOf = ({ page }: Person) =>
  page.evaluate(() => {
    const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
    return {
      connections: peerConnections.map(({ localDescription }) => localDescription?.sdp.match(/^o=\S+ \S+/m)?.[0]),
      agreed: peerConnections.at(-1)?.currentLocalDescription?.sdp.match(/^a=ice-ufrag:(.*)$/m)?.[1],
    };
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
