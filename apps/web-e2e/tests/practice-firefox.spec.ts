import type { RecordingListResponse } from '@ieum/api-contract';
import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { FirefoxPerson, launchFirefox } from '../support/firefox';
import { drawQuestion } from '../support/practice';
import { IeumServer } from '../support/server';
import { SoundCard } from '../support/sound-card';
import { SpeechService } from '../support/speech-service';

const HEARD = 'I usually walk to the park after school.';

let speech: SpeechService;
let server: IeumServer;
let soundCard: SoundCard;
let firefox: Browser;
test.beforeAll(async () => {
  speech = await SpeechService.start(HEARD);
  server = await IeumServer.start({ TRANSCRIPTION_URL: speech.url });
  soundCard = await SoundCard.start();
  firefox = await launchFirefox({ environment: soundCard.environment });
});
test.afterAll(async () => {
  await firefox.close();
  await soundCard.stop();
  await server.stop();
  await speech.stop();
});

test('an answer is recorded in Firefox, outlives a reload, is played from a place in it, and turned into text', async () => {
  const student = await FirefoxPerson.student(firefox, server);
  const { page } = student;
  const question = await drawQuestion(student);
  const takes = async () => {
    const path = `/api/recordings?questionId=${question.id}`;
    return ((await student.api('get', path)) as RecordingListResponse).recordings;
  };
  const textOf = () => page.evaluate(() => document.body.innerText);
  const secondsRecorded = async () => Number(/0:(\d\d) of at most 15:00/u.exec(await textOf())?.[1] ?? 0);
  const position = () =>
    student.with('slider', 'Position', (slider) => Number((slider as HTMLInputElement).value), null);
  await student.open(`/practice/questions/${question.id}`);

  await test.step('recorded, and sent after a reload in the midst of it', async () => {
    await student.press('Record your answer');
    // It begins by itself after three seconds.
    // One whole slice, and some of the next one.
    await expect.poll(secondsRecorded).toBeGreaterThanOrEqual(7);
    // It asks whether to leave.
    page.once('dialog', (dialog) => void dialog.accept());
    await student.reload();
    await student.press('Send it as it is');
    await student.reads('Your answer was saved.');
    const [take, ...others] = await takes();
    expect(others).toEqual([]);
    expect(take).toMatchObject({ status: 'stored' });
    expect(take?.durationMs).toBeGreaterThan(4_000);
    expect(take?.voicedMs).toBeGreaterThan(3_000);
  });

  await test.step('played from where it is pointed at', async () => {
    await student.press('Play');
    await expect.poll(position).toBeGreaterThan(0);
    await student.press('Pause');
    await student.with('slider', 'Position', (slider) => (slider as HTMLInputElement).focus(), null);
    await page.keyboard.press('Home');
    for (let second = 0; second < 2; second += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(position).toBe(2_000);
    await student.press('Play');
    await expect.poll(position).toBeGreaterThan(2_000);
  });

  await test.step('turned into text, and into a script', async () => {
    await student.press('Turn it into text: Take 1');
    await student.press('Put it into my script: Take 1');
    const script = () =>
      student.with('textbox', 'Your text in English', (field) => (field as HTMLTextAreaElement).value, null);
    await expect.poll(script).toBe(HEARD);
  });
  await student.close();
});
