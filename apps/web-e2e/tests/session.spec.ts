import { expect, test } from '@playwright/test';
import { ask, expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('an access token that ends in the middle of a call is renewed, and the room keeps working', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  // The server says "ten minutes"; this page hears "six seconds", so that it renews while we watch.
  await student.page.route('**/api/auth/refresh', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as Record<string, unknown>;
    await route.fulfill({ response: answer, json: { ...session, expiresInSeconds: 6 } });
  });
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const renewed = student.page.waitForResponse('**/api/auth/refresh');
  await renewed;
  await expectMediaToFlow(student, mentor);
  await expect(student.page.locator('[data-connection]')).toHaveCount(0);
  await mentor.page.getByRole('button', { name: 'Leave' }).click();
  await mentor.page.getByRole('button', { name: 'End the consult' }).click();
  await expect(student.page).toHaveURL(/\/feedback$/);
  // One may be on its way.
  await student.page.unrouteAll({ behavior: 'wait' });
  await student.close();
  await mentor.close();
});

test('a device whose clock is a day off waits, meets and counts time all the same', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await student.context.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 86_400_000;
  });
  const id = await ask(student);
  await expect(student.page.getByText('Looking for your mentor')).toBeVisible();
  await expect(student.page.getByText(/You have waited/).locator('..')).toContainText(/0:\d\d/);
  await mentor.page.goto('/live');
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}` }).click();
  await expect(student.page).toHaveURL(`/room/${id}`);
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});

test('a session ended elsewhere closes the page within two seconds', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const connected = student.page
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived', ({ payload }) => payload.toString().startsWith('40')));
  await student.page.goto('/ask');
  await connected;
  const second = await browser.newContext({ baseURL: server.origin });
  const login = await second.request.post('/api/auth/login', {
    data: { email: student.email, password: 'paper-boat-on-the-han-river' },
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const authorization = { authorization: `Bearer ${accessToken}` };
  const sessions = (await (await second.request.get('/api/auth/sessions', { headers: authorization })).json()) as {
    items: { id: string; current: boolean }[];
  };
  for (const session of sessions.items.filter(({ current }) => !current)) {
    await second.request.delete(`/api/auth/sessions/${session.id}`, { headers: authorization });
  }
  await expect(student.page).toHaveURL(/\/log-in/, { timeout: 2000 });
  await second.close();
  await student.close();
});
