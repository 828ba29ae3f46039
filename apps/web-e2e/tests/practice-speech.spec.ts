import type { RecordingListResponse } from '@ieum/api-contract';
import { expect } from '@playwright/test';
import { testHearing } from '../support/hearing';
import { Person } from '../support/person';
import { beginNow, drawQuestion, keepTake, untilRecorded } from '../support/practice';
import { IeumServer } from '../support/server';

const test = testHearing('I usually walk to the park after school. It is quiet there, and I read under a tall tree.');

/** From the press that opens the microphone to the first sound that is recorded. */
const MOST_MISSED_MS = 2_500;

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('of what a voice says only the speech counts as speech, not the silence after it', async ({ browser, speech }) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  const question = await drawQuestion(student, ['parks']);
  await student.open(`/practice/questions/${question.id}`);
  await page.getByRole('button', { name: 'Record your answer', exact: true }).click();
  await beginNow(page);
  await expect(page.getByText('You are heard.')).toBeVisible();
  await expect(page.getByText('It is quiet right now. Take your time, or pause.')).toBeVisible();
  const silentFrom = Math.ceil(speech.durationMs / 1000) + 2;
  await untilRecorded(page, silentFrom);
  await keepTake(page);
  const path = `/api/recordings?questionId=${question.id}`;
  const [take] = ((await student.api('get', path)) as RecordingListResponse).recordings;
  expect(take?.durationMs).toBeGreaterThanOrEqual(silentFrom * 1000);
  // A voice pauses between sentences, and a pause is not speech.
  expect(take?.voicedMs).toBeGreaterThan((speech.durationMs - MOST_MISSED_MS) / 2);
  expect(take?.voicedMs).toBeLessThan(speech.durationMs + 500);
  await student.close();
});
