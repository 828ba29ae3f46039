import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

/** Of a page that is not opened yet: a function that holds back what the server says until its answer is called. */
async function heldBack(page: Page): Promise<() => () => void> {
  let heard = Promise.resolve();
  await page.routeWebSocket(/\/socket\.io\//u, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => void heard.then(() => socket.send(message)));
  });
  return () => {
    let release = (): void => undefined;
    heard = new Promise((resolve) => (release = resolve));
    return () => release();
  };
}

test('two mentors click at once: one enters the room, the other is told on the card', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentors = [await Person.mentor(browser, server), await Person.mentor(browser, server)];
  const hearings = await Promise.all(mentors.map(({ page }) => heldBack(page)));
  for (const { page } of mentors) await page.goto('/live');
  await ask(student);
  const buttons = mentors.map(({ page }) =>
    page.getByRole('button', { name: `Accept the request of ${student.nickname}` }),
  );
  for (const button of buttons) await expect(button).toBeVisible();
  // Neither hears of the other before both have clicked.
  const go = hearings.map((hold) => hold());
  for (const button of buttons) await button.click();
  for (const release of go) release();
  await expect(student.page).toHaveURL(/\/room\//);
  const inRoom = () => mentors.filter(({ page }) => page.url().includes('/room/'));
  await expect.poll(() => inRoom().length).toBe(1);
  const [late] = mentors.filter((mentor) => !inRoom().includes(mentor));
  await expect(late?.page.getByText('Already taken by another mentor') ?? student.page.locator('none')).toBeVisible();
  for (const person of [student, ...mentors]) await person.close();
});

test('a cancelled request leaves the list, and the same words can be asked again in one tap', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await mentor.page.goto('/live');
  await ask(student, 'These words are kept');
  await expect(mentor.page.getByText('These words are kept')).toBeVisible();
  await student.page.getByRole('button', { name: 'Cancel the request' }).click();
  await student.page.getByRole('dialog').getByRole('button', { name: 'Cancel the request' }).click();
  await expect(student.page.getByRole('heading', { name: 'The request is cancelled' })).toBeFocused();
  await expect(mentor.page.getByRole('button', { name: /Accept the request/ })).toHaveCount(0);
  await student.page.getByRole('button', { name: 'Ask again with the same text' }).click();
  await expect(student.page.getByText('Looking for your mentor')).toBeVisible();
  await expect(mentor.page.getByRole('button', { name: /Accept the request/ })).toBeVisible();
  await student.close();
  await mentor.close();
});

test('a reload while waiting lands where one was, and a mentor’s list comes back whole', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const id = await ask(student, 'Still waiting after a reload');
  await student.page.reload();
  await expect(student.page).toHaveURL(`/wait/${id}`);
  await expect(student.page.getByText('Still waiting after a reload')).toBeVisible();
  await mentor.page.goto('/live');
  await expect(mentor.page.getByText('Still waiting after a reload')).toBeVisible();
  await mentor.page.reload();
  await expect(mentor.page.getByText('Still waiting after a reload')).toBeVisible();
  await student.close();
  await mentor.close();
});

test('a mentor whose student does not enter cancels the meeting and is back on the list', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const id = await ask(student, 'I am called away');
  await student.page.goto('/history');
  await mentor.page.goto('/live');
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}` }).click();
  await expect(mentor.page).toHaveURL(`/room/${id}`);
  await mentor.page.getByRole('button', { name: 'Leave' }).click();
  await mentor.page.getByRole('dialog').getByRole('button', { name: 'Cancel this meeting' }).click();
  await expect(mentor.page).toHaveURL('/live');
  await expect(mentor.page.getByText(`You cancelled the meeting with ${student.nickname}.`)).toBeVisible();
  await student.page.goto(`/wait/${id}`);
  await expect(student.page.getByText('The meeting is cancelled')).toBeVisible();
  await student.page.getByRole('button', { name: 'Ask again with the same text' }).click();
  await expect(student.page.getByText('Looking for your mentor')).toBeVisible();
  await expect(mentor.page.getByText('I am called away')).toBeVisible();
  await student.close();
  await mentor.close();
});

test('a student whose mentor went before they met cancels the meeting and asks again', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const id = await ask(student, 'Is anybody there');
  await student.page.goto('/history');
  await mentor.page.goto('/live');
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}` }).click();
  await expect(mentor.page).toHaveURL(`/room/${id}`);
  await mentor.close();
  await student.page.goto(`/room/${id}`);
  await expect(student.page.getByText(`Waiting for ${mentor.nickname} to enter…`)).toBeVisible();
  await student.page.getByRole('button', { name: 'Leave' }).click();
  await student.page.getByRole('dialog').getByRole('button', { name: 'Cancel this meeting' }).click();
  await expect(student.page).toHaveURL(`/wait/${id}`);
  await expect(student.page.getByText(`You cancelled the meeting with ${mentor.nickname}.`)).toBeVisible();
  await student.page.getByRole('button', { name: 'Ask again with the same text' }).click();
  await expect(student.page.getByText('Looking for your mentor')).toBeVisible();
  await student.close();
});

test('hundreds of cards: only what is near is drawn, and nothing moves under the pointer', async ({ browser }) => {
  test.setTimeout(120_000);
  const mentor = await Person.mentor(browser, server, { profile: { languages: ['en'] } });
  const students = await Person.manyAsk(server, 200);
  await mentor.page.goto('/live');
  await expect(mentor.page.getByText('200 people wait')).toBeVisible();
  const cards = mentor.page.locator('[data-consult-id]');
  expect(await cards.count()).toBeLessThan(40);
  const third = cards.nth(2);
  // A card below the screen's end is scrolled to.
  await third.hover();
  const before = await third.boundingBox();
  await students.cancel(0);
  await expect(mentor.page.getByText('Cancelled by the student')).toBeVisible();
  expect(await third.boundingBox()).toEqual(before);
  await mentor.close();
});
