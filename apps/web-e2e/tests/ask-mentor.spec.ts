import { type Browser, expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { drawQuestion, keepTake, speak } from '../support/practice';
import { IeumServer } from '../support/server';

const TEXT = 'I goed to the park near my home.';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

/** A learner with a script, on the page of its question. */
async function atScript(browser: Browser) {
  const student = await Person.student(browser, server);
  const question = await drawQuestion(student);
  await student.api('put', `/api/scripts/of-question/${question.id}`, { revision: 0, text: TEXT });
  await student.open(`/practice/questions/${question.id}`);
  return { student, question };
}

test('a student asks about an answer; the mentor reads and hears it, accepts, and both are in the room', async ({
  browser,
}) => {
  const mentor = await Person.mentor(browser, server);
  await mentor.open('/live');
  const { student, question } = await atScript(browser);
  const { page } = student;

  await test.step('with a take that was just recorded', async () => {
    await speak(page, 2);
    await keepTake(page);
  });

  await test.step('shown before, because the student says so', async () => {
    await page.getByRole('button', { name: 'Ask a mentor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask a mentor about this answer' });
    await expect(dialog.getByText('Your script (8 words)')).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: /^Take 1/u })).toBeChecked();
    const before = dialog.getByRole('switch', { name: 'Mentors may read and hear it before they accept' });
    await expect(before).not.toBeChecked();
    await expectGoodLooks(page, 'asking a mentor');
    await before.press('Space');
    await expect(before).toBeChecked();
    await dialog.getByRole('button', { name: 'Ask for help now' }).click();
    await expect(page).toHaveURL(/\/wait\//u);
    await expect(page.getByText('Script and 1 take')).toBeVisible();
  });

  await test.step('read and heard by a mentor before they accept', async () => {
    const card = mentor.page.getByRole('article', { name: student.nickname });
    await expect(card.getByText('Script and 1 take')).toBeVisible();
    await card.getByRole('button', { name: `Read and listen to what ${student.nickname} prepared` }).click();
    const dialog = mentor.page.getByRole('dialog', { name: `What ${student.nickname} prepared` });
    await expect(dialog.getByText(question.text)).toBeVisible();
    await expect(dialog.getByText(TEXT)).toBeVisible();
    await dialog.getByRole('button', { name: 'Play' }).click();
    await expect(dialog.getByRole('slider', { name: 'Position' })).not.toHaveValue('0');
    await expectGoodLooks(mentor.page, 'what a student prepared');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expectGoodLooks(mentor.page, 'a request that carries practice');
    await mentor.press(`Accept the request of ${student.nickname}`);
    await expect(mentor.page).toHaveURL(/\/room\//u);
    await expect(page).toHaveURL(/\/room\//u);
  });

  await student.close();
  await mentor.close();
});

test('what is not shown is told on the card alone, and a second request is not made', async ({ browser }) => {
  const mentor = await Person.mentor(browser, server);
  await mentor.open('/live');
  const { student, question } = await atScript(browser);
  const { page } = student;
  await page.getByRole('button', { name: 'Ask a mentor' }).click();
  await expect(page.getByText('There is no take yet: the mentor gets your script alone.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for help now' }).click();
  await expect(page).toHaveURL(/\/wait\//u);
  const card = mentor.page.getByRole('article', { name: student.nickname });
  await expect(card.getByText('Script', { exact: true })).toBeVisible();
  await expect(card.getByRole('button', { name: /^Accept/u })).toBeVisible();
  await expect(card.getByRole('button', { name: /^Read and listen/u })).toHaveCount(0);
  await student.open(`/practice/questions/${question.id}`);
  await page.getByRole('button', { name: 'Ask a mentor' }).click();
  await expect(page.getByRole('dialog').getByText('You have an open request already.', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('link', { name: 'Go to it' }).click();
  await page.getByRole('button', { name: 'Cancel the request' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the request' }).click();
  await page.getByRole('button', { name: 'Ask again with the same text' }).click();
  await expect(page.getByText('Looking for your mentor')).toBeVisible();
  await expect(page.getByText('Script', { exact: true })).toBeVisible();
  await student.close();
  await mentor.close();
});
