import { randomUUID } from 'node:crypto';
import type { ExamResponse } from '@ieum/api-contract';
import { expect, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { speak } from '../support/practice';
import { IeumServer } from '../support/server';
import { Spoken } from '../support/spoken';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const asked = (page: Page, n: number) => page.getByRole('heading', { name: `Question ${n} of 15`, exact: true });

async function skip(page: Page, way: string) {
  await button(page, way).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go on without an answer' }).click();
}

test('a whole exam goes forwards, comes back after a reload, and is there to be heard again', async ({ browser }) => {
  test.slow();
  const student = await Person.student(browser, server);
  const { page } = student;
  const spoken = await Spoken.on(page);
  // The browser asks before the tab of an exam goes.
  page.on('dialog', (dialog) => void dialog.accept());
  await student.api('put', '/api/practice/survey', { topics: ['parks', 'music', 'home'], level: 3 });

  await test.step('it says first what will happen, and whether one is heard', async () => {
    await student.open('/practice');
    await page.getByRole('link', { name: 'Take an exam' }).click();
    await student.arriveAt('/practice/exams');
    await expect(page.getByText('15 questions, 40 minutes for all of them.')).toBeVisible();
    await expect(page.getByText('Exams that you have taken are kept here.')).toBeVisible();
    await expectGoodLooks(page, 'before an exam');
    await button(page, 'Try the microphone').click();
    await expect(page.getByText('You can be heard well.')).toBeVisible();
    await button(page, 'That will do').click();
    await button(page, 'Start the exam').click();
    await expect(asked(page, 1)).toBeFocused();
  });
  const examId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const exam = async () => ((await student.api('get', `/api/exams/${examId}`)) as ExamResponse).exam;

  await test.step('a question is heard and not read, and answered', async () => {
    await expect(page.getByText(/^(?:40|39) minutes left$/u)).toBeVisible();
    await expect(page.locator('p[lang=en]')).toHaveCount(0);
    await button(page, 'Listen').click();
    await spoken.hearOut();
    await expect(page.getByText('1 listen left')).toBeVisible();
    await expectGoodLooks(page, 'a question of an exam');
    await button(page, 'Show the question').click();
    const { questions } = await exam();
    await expect(page.locator('p[lang=en]')).toHaveText(questions[0]?.question.text ?? '');
    await speak(page, 6);
    await button(page, 'Stop and keep').click();
    await expect(page.getByText('Your answer was saved.')).toBeVisible();
    await button(page, 'Next question').click();
    await expect(asked(page, 2)).toBeFocused();
    await expect(page.locator('p[lang=en]')).toHaveCount(0);
  });

  await test.step('an answer goes on arriving while the next question is asked', async () => {
    await button(page, 'Listen').click();
    await spoken.hearOut();
    await speak(page, 6);
    await button(page, 'Next question').click();
    await expect(asked(page, 3)).toBeVisible();
    await expect.poll(async () => (await exam()).questions[1]?.recordingId ?? null).not.toBeNull();
  });

  await test.step('a reload comes back to the same question with the same listens, and a link asks first', async () => {
    await button(page, 'Listen').click();
    await spoken.hearOut();
    await expect.poll(async () => (await exam()).questions[2]?.listens).toBe(1);
    await page.reload();
    await expect(asked(page, 3)).toBeVisible();
    await expect(page.getByText('1 listen left')).toBeVisible();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await student.arriveAt(`/practice/exams/${examId}`);
  });

  await test.step('in the middle the learner says how hard the rest shall be', async () => {
    for (let n = 3; n < 7; n += 1) {
      await expect(asked(page, n)).toBeVisible();
      await skip(page, 'Next question');
    }
    await expect(asked(page, 7)).toBeVisible();
    await skip(page, 'On to the second half');
    await expect(page.getByRole('heading', { name: 'How shall the rest be?' })).toBeFocused();
    await expectGoodLooks(page, 'the middle of an exam');
    await button(page, 'Harder').click();
    await expect(asked(page, 8)).toBeVisible();
    expect(await exam()).toMatchObject({ level: 3, levelAfter: 4 });
  });

  await test.step('the last question ends it', async () => {
    for (let from = 8; from < 15; from += 1) await student.api('post', `/api/exams/${examId}/next`, { from });
    await page.reload();
    await expect(asked(page, 15)).toBeVisible();
    await skip(page, 'End the exam');
    await expect(page.getByRole('heading', { name: 'Your exam', exact: true })).toBeFocused();
  });

  await test.step('every answer is there to be heard, and leads to its page', async () => {
    await expect(page.getByText('You have answered 2 of 15 questions.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Question 15', exact: true })).toBeVisible();
    await expect(page.getByRole('group', { name: /^Answer to question/u })).toHaveCount(2);
    const first = page.getByRole('group', { name: 'Answer to question 1', exact: true });
    await first.getByRole('button', { name: 'Play' }).click();
    await expect(first.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expectGoodLooks(page, 'an exam that is over');
    await page.getByRole('link', { name: 'Text and script: Question 2', exact: true }).click();
    await expect(page).toHaveURL(/\/practice\/questions\/[0-9a-f-]{36}$/u);
    await expect(page.getByText('Take 1')).toBeVisible();
    await page.goBack();
    await page.getByRole('link', { name: 'Ask a mentor: Question 1', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask a mentor about this answer' });
    await expect(dialog.getByRole('checkbox', { name: /^Take 1/u })).toBeChecked();
  });

  await test.step('it is listed, and can be deleted', async () => {
    await student.open('/practice/exams');
    await expect(page.getByText('Level 3, then Level 4 · 2 of 15 answered')).toBeVisible();
    await page.getByRole('link', { name: /^Look at it/u }).click();
    await button(page, 'Delete this exam').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete this exam' }).click();
    await expect(page.getByText('Exams that you have taken are kept here.')).toBeVisible();
  });
  await student.close();
});

test('the minutes that are left are said at ten, and the server says when it is over', async ({ browser }) => {
  const student = await Person.student(browser, server, {}, { locale: 'ko-KR' });
  const { page } = student;
  await Spoken.on(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await student.api('put', '/api/practice/survey', { topics: ['food'], level: 2 });
  const id = randomUUID();
  await student.api('post', '/api/exams', { id });
  let leftMs = 10.5 * 60_000;
  await page.route(`**/api/exams/${id}`, async (route) => {
    const response = await route.fetch();
    const { exam } = (await response.json()) as ExamResponse;
    const endsAt = new Date(Date.now() + leftMs).toISOString();
    await route.fulfill({ response, json: { exam: { ...exam, endsAt } } });
  });
  await student.open(`/practice/exams/${id}`);
  await expect(page.getByText('11분 남았어요', { exact: true })).toBeVisible();
  await expect(page.getByText('이제 10분 남았어요.')).toHaveCount(0);
  leftMs = 9.5 * 60_000;
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: '이제 10분 남았어요.' })).toBeVisible();
  await expectGoodLooks(page, 'a question of an exam with ten minutes left', ['phone']);
  leftMs = -1_000;
  await page.reload();
  await expect(page.getByText('시간이 끝났어요.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '12문제 중 1번' })).toBeVisible();
  await student.api('post', `/api/exams/${id}/finish`);
  await expect(page.getByRole('heading', { name: '모의고사 다시 보기' })).toBeVisible();
  await expect(page.getByText('중간에 끝냈어요. 12문제 중 0문제에 대답했어요.')).toBeVisible();
  await expectGoodLooks(page, 'an exam that was ended early', ['phone']);
  await student.close();
});
