import type { DrawQuestionResponse, RecordingListResponse, TranscriptResponse } from '@ieum/api-contract';
import { expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { speak } from '../support/practice';
import { IeumServer } from '../support/server';
import { SpeechService } from '../support/speech-service';

/** Two words a second, and no pause between them. */
const HEARD = 'on most days I walk to the park after school with friends';

let speech: SpeechService;
let server: IeumServer;
test.beforeAll(async () => {
  speech = await SpeechService.start(HEARD);
  server = await IeumServer.start({ TRANSCRIPTION_URL: speech.url });
});
test.afterAll(async () => {
  await server.stop();
  await speech.stop();
});

test('a learner sees when they practised, how fast they spoke, and their first take beside the latest', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await student.api('put', '/api/practice/survey', { topics: ['parks'], level: 3 });

  await test.step('before the first take it says what to do', async () => {
    await student.open('/practice');
    await page.getByRole('link', { name: 'My progress' }).click();
    await student.arriveAt('/practice/progress');
    await expect(page.getByRole('heading', { name: 'No practice in this time' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'To the practice studio' })).toHaveAttribute('href', '/practice');
  });

  const { question } = (await student.api('post', '/api/practice/questions/draw', {})) as DrawQuestionResponse;
  await test.step('two takes are recorded and turned into text', async () => {
    await student.open(`/practice/questions/${question.id}`);
    for (const take of [1, 2]) {
      await speak(page, 2);
      await button('Stop and keep').click();
      await expect(page.getByText(`Take ${take}`, { exact: true })).toBeVisible();
    }
    const path = `/api/recordings?questionId=${question.id}`;
    const { recordings } = (await student.api('get', path)) as RecordingListResponse;
    expect(recordings).toHaveLength(2);
    for (const { id } of recordings) {
      const transcript = `/api/recordings/${id}/transcript`;
      await student.api('post', transcript);
      const statusOf = async () =>
        ((await student.api('get', transcript)) as TranscriptResponse).transcript?.status ?? null;
      await expect.poll(statusOf).toBe('done');
    }
  });

  await test.step('all of it is there, as charts and as tables', async () => {
    await student.open('/practice/progress');
    await expect(page.getByText(/^2 takes on 1 day, /u)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Practice days' }).getByText(', 2 takes')).toHaveCount(1);
    await expect(page.getByRole('img', { name: /^Words a minute, on 1 day/u })).toBeVisible();
    await page.getByText('As a table: Pace').click();
    await expect(page.getByRole('table').filter({ hasText: 'Words a minute' }).getByRole('cell')).toHaveText(['120']);
    await expect(page.getByText('Latest of 2 takes')).toBeVisible();
    await expect(page.getByText('120 words a minute')).toHaveCount(2);
    await expectGoodLooks(page, 'practice, progress');
    await page.getByRole('radio', { name: '4 weeks' }).check();
    await expect(page.getByRole('table', { name: 'Practice days' }).getByRole('row')).toHaveCount(5);
    await page.getByRole('link', { name: question.text }).click();
    await student.arriveAt(`/practice/questions/${question.id}`);
  });
  await student.close();
});

test('the progress page looks well in Korean', async ({ browser }) => {
  const student = await Person.student(browser, server, {}, { locale: 'ko-KR' });
  await student.open('/practice/progress');
  await expect(student.page.getByRole('heading', { name: '이 기간에는 연습이 없어요' })).toBeVisible();
  await expectGoodLooks(student.page, 'practice, no progress');
  await student.close();
});
