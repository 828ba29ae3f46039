import { randomUUID } from 'node:crypto';
import type { QuestionScriptResponse, ScriptVersionsResponse } from '@ieum/api-contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { drawQuestion, keepTake, speak } from '../support/practice';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const TEXT = 'I goes to park every day.';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** A student with a script, and the page of its question. */
async function studentWithScript(browser: Browser) {
  const student = await Person.student(browser, server);
  const question = await drawQuestion(student, ['parks']);
  await student.api('put', `/api/scripts/of-question/${question.id}`, { revision: 0, text: TEXT });
  const script = async () => {
    const path = `/api/scripts/of-question/${question.id}`;
    return ((await student.api('get', path)) as QuestionScriptResponse).script;
  };
  return { student, page: student.page, question, script };
}

test('a script is asked about, corrected in writing, and one change becomes its next version', async ({ browser }) => {
  const { student, page, question, script } = await studentWithScript(browser);
  const mentor = await Person.mentor(browser, server);
  const desk = mentor.page;

  await test.step('the student records a take and asks', async () => {
    await student.open(`/practice/questions/${question.id}`);
    await speak(page, 4);
    await keepTake(page);
    await button(page, 'Write to me').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Take 1/u }).check();
    await dialog.getByRole('textbox').fill('Is my grammar right?');
    await expectGoodLooks(page, 'asking for written feedback');
    await dialog.getByRole('button', { name: 'Send the request' }).click();
    await expect(page.getByText('Your request is waiting for a mentor.')).toBeVisible();
  });

  await test.step('a mentor takes it, corrects it and marks a moment', async () => {
    await mentor.open('/live');
    await desk.getByRole('link', { name: 'Written feedback' }).click();
    await expect(desk.getByText('6 words')).toBeVisible();
    await expectGoodLooks(desk, 'requests for written feedback');
    await button(desk, `Take the request of ${student.nickname}`).click();
    await expect(desk.getByText('Is my grammar right?')).toBeVisible();
    await expect(desk.getByRole('timer')).toHaveText(/^(?:30:00|29:\d\d) left$/u);
    await button(desk, '15 more minutes').click();
    await expect(desk.getByRole('timer')).toHaveText(/^4[45]:\d\d left$/u);
    await desk.getByRole('group', { name: 'Take 1' }).getByRole('button', { name: 'Play' }).click();
    await expect(desk.getByRole('slider', { name: 'Position' })).not.toHaveValue('0');
    await button(desk, 'Mark this moment: Take 1').click();
    await desk.getByRole('textbox', { name: /of Take 1$/u }).fill('Say “go”.');
    await desk.getByRole('textbox', { name: 'The text as you would write it' }).fill('I go to the park every day.');
    await desk.getByRole('textbox', { name: 'Comment' }).fill('Well said.');
    await expect(desk.getByText('Saved', { exact: true })).toBeVisible();
    await expectGoodLooks(desk, 'writing to a student');
    await desk.reload();
    await expect(desk.getByRole('textbox', { name: 'Comment' })).toHaveValue('Well said.');
    await button(desk, 'Send the answer').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Send it' }).click();
    await expect(desk.getByText('Your answer is sent')).toBeVisible();
  });

  await test.step('the student takes one change of two', async () => {
    await page.getByRole('link', { name: 'See the request' }).click();
    await expect(page.getByText(`From ${mentor.nickname}`)).toBeVisible();
    await expect(page.getByText('Well said.')).toBeVisible();
    await page.getByRole('button', { name: /^Play from .*: Take 1$/u }).click();
    await expect(page.getByText('Say “go”.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Add “the”' }).uncheck();
    await expectGoodLooks(page, 'written feedback that was answered');
    await button(page, 'Make it the next version').click();
    await expect(page.getByText('Your script has the new text.', { exact: false })).toBeVisible();
    const now = await script();
    expect(now?.text).toBe('I go to park every day.');
    const { versions } = (await student.api('get', `/api/scripts/${now?.id}/versions`)) as ScriptVersionsResponse;
    expect(versions.map(({ text }) => text)).toEqual([TEXT]);
  });

  await test.step('the student deletes it, and keeps the script', async () => {
    const feedback = new URL(page.url()).pathname;
    await button(page, 'Delete the request').click();
    const dialog = page.getByRole('dialog');
    await expectGoodLooks(page, 'deleting written feedback');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(button(page, 'Delete the request')).toBeFocused();
    await button(page, 'Delete the request').click();
    await dialog.getByRole('button', { name: 'Delete the request' }).click();
    await expect(page.getByText('You have not asked for written feedback yet')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Written feedback', exact: true })).toBeFocused();
    await student.open(feedback);
    await expect(page.getByText('This request for written feedback is not there any more.')).toBeVisible();
    expect((await script())?.text).toBe('I go to park every day.');
  });

  await student.close();
  await mentor.close();
});

test('a claim that is lost leaves the mentor their text', async ({ browser }) => {
  const { student, script } = await studentWithScript(browser);
  const id = randomUUID();
  const asked = { id, scriptId: (await script())?.id, recordingIds: [] };
  await student.api('post', '/api/written-feedback', asked);
  const mentor = await Person.mentor(browser, server);
  const other = await Person.mentor(browser, server);
  const desk = mentor.page;
  await mentor.open('/written-feedback');
  await button(desk, `Take the request of ${student.nickname}`).click();
  const comment = desk.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Half of it');
  await expect(desk.getByText('Saved', { exact: true })).toBeVisible();
  await button(desk, 'Give it back').click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click();
  await expect(desk.getByText('You gave this request back')).toBeVisible();
  await expect(comment).toHaveValue('Half of it');

  await other.api('post', `/api/mentors/me/written-feedback/${id}/claim`);
  await button(desk, 'Take it again').click();
  await expect(desk.getByText('Another mentor has taken this request')).toBeVisible();
  await comment.fill('Half of it, and the rest');
  await expect(desk.getByText('Saved', { exact: true })).toBeVisible();
  await other.api('post', `/api/mentors/me/written-feedback/${id}/release`);
  await desk.reload();
  await button(desk, 'Take it again').click();
  await expect(desk.getByRole('timer')).toBeVisible();
  await expect(comment).toHaveValue('Half of it, and the rest');
  for (const person of [student, mentor, other]) await person.close();
});
