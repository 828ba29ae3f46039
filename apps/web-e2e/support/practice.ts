import { createHash, randomUUID } from 'node:crypto';
import type { DrawQuestionResponse, Question } from '@ieum/api-contract';
import { expect, type Page } from '@playwright/test';
import type { Caller } from './caller';
import type { Person } from './person';

/** A question of these topics, drawn for this learner. */
export async function drawQuestion(
  student: Pick<Caller, 'api'>,
  topics: readonly string[] = ['parks', 'school'],
): Promise<Question> {
  await student.api('put', '/api/practice/survey', { topics, level: 3 });
  return ((await student.api('post', '/api/practice/questions/draw', {})) as DrawQuestionResponse).question;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** Begins to record at once, unless its countdown, which takes three seconds, has done so. */
export async function beginNow(page: Page): Promise<void> {
  const main = page.getByRole('button', { name: /^(Begin now|Pause)$/u });
  await main.waitFor();
  // By the time that a click arrives, it may have become the other one.
  await main.evaluate((button: HTMLElement) => {
    if (button.textContent.trim() === 'Begin now') button.click();
  });
}

/** Begins a take of the question that is open, and goes on until so many seconds of it are recorded. */
export async function speak(page: Page, seconds: number): Promise<void> {
  await press(page, /^Record (your answer|another take)$/u);
  await beginNow(page);
  await untilRecorded(page, seconds);
}

/** More of them may be by then. */
export async function untilRecorded(page: Page, seconds: number): Promise<void> {
  const shown = page.getByText(/^\d+:\d\d of at most 15:00$/u);
  const recorded = async () => {
    const [, minutes = 0, rest = 0] = /^(\d+):(\d\d)/u.exec((await shown.textContent()) ?? '') ?? [];
    return 60 * Number(minutes) + Number(rest);
  };
  await expect.poll(recorded, { timeout: seconds * 1_000 + 15_000 }).toBeGreaterThanOrEqual(seconds);
}

/** Ends the take, and waits until the server has it. */
export async function keepTake(page: Page): Promise<void> {
  await press(page, 'Stop and keep');
  await expect(page.getByText('Your answer was saved.')).toBeVisible();
}

/** A sound that goes on for `seconds`, as the learner's browser records it. */
const recordSound = (page: Page, seconds: number): Promise<number[]> =>
  page.evaluate(async (length) => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream, { mimeType: 'audio/webm;codecs=opus' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    // In parts, as the page does: otherwise it writes another kind of file.
    recorder.start(1_000);
    setTimeout(() => recorder.stop(), length * 1_000);
    await stopped;
    for (const track of stream.getTracks()) track.stop();
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  }, seconds);

/** A take that was recorded elsewhere; resolves to its id. */
export async function uploadTake(student: Person, questionId: string, seconds: number): Promise<string> {
  await student.open('/practice');
  const bytes = Buffer.from(await recordSound(student.page, seconds));
  const id = randomUUID();
  await student.api('post', '/api/recordings', { id, questionId, contentType: 'audio/webm' });
  const digest = createHash('sha256').update(bytes).digest('base64');
  const sent = await student.context.request.put(`/api/recordings/${id}/slices/0`, {
    data: bytes,
    headers: {
      authorization: `Bearer ${await student.accessToken()}`,
      'content-type': 'application/octet-stream',
      'content-digest': `sha-256=:${digest}:`,
    },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const peaks = Array.from({ length: 120 }, (_, index) => 0.2 + 0.6 * Math.abs(Math.sin(index / 7)));
  const all = { slices: 1, durationMs: seconds * 1_000, voicedMs: seconds * 500, peaks };
  await student.api('post', `/api/recordings/${id}/complete`, all);
  return id;
}
