import type { RecordingListResponse, ScriptResponse } from '@ieum/api-contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { drawQuestion, speak } from '../support/practice';
import { IeumServer } from '../support/server';
import { SpeechService } from '../support/speech-service';

const HEARD = 'I usually walk to the park after school.';

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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A learner on the page of a question that was drawn. */
async function atQuestion(browser: Browser) {
  const student = await Person.student(browser, server);
  const question = await drawQuestion(student);
  await student.open(`/practice/questions/${question.id}`);
  const takes = async () => {
    const path = `/api/recordings?questionId=${question.id}`;
    return ((await student.api('get', path)) as RecordingListResponse).recordings;
  };
  return { student, page: student.page, question, takes };
}

async function logOut({ page, nickname }: Person) {
  await page.getByRole('button', { name: `Account of ${nickname}` }).click();
  await button(page, 'Log out').click();
}

test('an answer is recorded, kept, turned into text, and goes on as a script', async ({ browser }) => {
  const { student, page, takes } = await atQuestion(browser);

  await test.step('recorded and sent', async () => {
    await speak(page, 6);
    // The microphone of tests beeps as loud as one can.
    await expect(page.getByText('Too loud: move a little away from the microphone.')).toBeVisible();
    await button(page, 'Stop and keep').click();
    await expect(page.getByText('Your answer was saved.')).toBeVisible();
    await expect(page.getByText('Take 1')).toBeVisible();
    const [take] = await takes();
    expect(take).toMatchObject({ status: 'stored', contentType: 'audio/webm' });
    expect(take?.voicedMs).toBeGreaterThan(500);
    expect(take?.durationMs).toBeGreaterThan(5_000);
  });

  await test.step('played', async () => {
    await button(page, 'Play').click();
    await expect(button(page, 'Pause')).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Position' })).not.toHaveValue('0');
  });

  await test.step('turned into text, once, and put into the script', async () => {
    await button(page, 'Turn it into text: Take 1').click();
    await expect(page.getByText('What was heard')).toBeVisible();
    await button(page, 'Put it into my script: Take 1').click();
    const script = page.getByRole('textbox', { name: 'Your text in English' });
    await expect(script).toHaveValue(HEARD);
    await script.press('End');
    await script.pressSequentially(' It is quiet there.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(script).toHaveValue(`${HEARD} It is quiet there.`);
    await expect(page.getByText('What was heard')).toBeVisible();
    expect(speech.asked).toBe(1);
    await expectGoodLooks(page, 'question with an answer');
  });

  await test.step('taken along, and deleted while the script stays', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download: Take 1').click()]);
    expect(download.suggestedFilename()).toBe('Take 1.webm');
    await button(page, 'Delete: Take 1').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('What you record for this question is kept here.')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'The take is deleted.' })).toBeFocused();
    expect(await takes()).toEqual([]);
    await expect(page.getByRole('textbox', { name: 'Your text in English' })).toHaveValue(/^I usually walk/u);
  });

  await test.step('found among the scripts', async () => {
    await student.open('/practice');
    await page.getByRole('link', { name: 'My scripts' }).click();
    await student.arriveAt('/practice/scripts');
    await expect(page.getByText(HEARD, { exact: false })).toBeVisible();
    await page.getByRole('searchbox').fill('noisy');
    await expect(page.getByText(HEARD, { exact: false })).toHaveCount(0);
    await page.getByRole('searchbox').fill('quiet there');
    await expect(page.getByText(HEARD, { exact: false })).toBeVisible();
  });

  await student.close();
});

test('a minute without a network: the answer stays on the device, and arrives whole by itself later', async ({
  browser,
}) => {
  const { student, page, takes } = await atQuestion(browser);
  await expect(button(page, 'Record your answer')).toBeVisible();
  await student.context.setOffline(true);
  await speak(page, 60);
  await button(page, 'Stop and keep').click();
  await expect(page.getByText('No answer from the server.', { exact: false })).toBeVisible();
  expect(await page.getByText('Your answer was saved.').count()).toBe(0);
  await logOut(student);
  const dialog = page.getByRole('dialog', { name: 'Log out and lose what was not sent?' });
  await dialog.getByRole('button', { name: 'Stay logged in' }).click();
  await student.context.setOffline(false);
  await expect(page.getByText('Your answer was saved.')).toBeVisible();
  const [take] = await takes();
  expect(take?.status).toBe('stored');
  expect(take?.durationMs).toBeGreaterThanOrEqual(60_000);
  await student.close();
});

test('a version that nobody needs any more is deleted', async ({ browser }) => {
  const { student, page } = await atQuestion(browser);
  await page.getByRole('textbox', { name: 'Your text in English' }).fill('I like parks');
  await button(page, 'Keep this version').click();
  await expect(page.getByText('This version is kept.')).toBeVisible();
  await page.getByText('Kept versions').click();
  await page.getByRole('button', { name: /^Delete the version of / }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The version is deleted.' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Delete the version of / })).toHaveCount(0);
  await student.close();
});

test('who logs out in the middle of a word loses none', async ({ browser }) => {
  const { student, page } = await atQuestion(browser);
  await page.getByRole('textbox', { name: 'Your text in English' }).fill('I like parks');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await logOut(student);
  const answer = await saved;
  expect([answer.status(), ((await answer.json()) as ScriptResponse).script.text]).toEqual([200, 'I like parks']);
  await expect(page).toHaveURL(/\/(log-in)?(\?.*)?$/u);
  await student.close();
});

test('a tab that dies in the middle loses at most the last slice', async ({ browser }) => {
  const { student, page, question, takes } = await atQuestion(browser);
  await speak(page, 7);
  await expect(page.getByText(/^\d+% sent$/u)).toBeVisible();
  // No goodbye: what was not on the device by now is lost.
  await page.close({ runBeforeUnload: false });
  const again = await student.context.newPage();
  await again.goto(`/practice/questions/${question.id}`);
  await expect(again.getByText('was not finished', { exact: false })).toBeVisible();
  await button(again, 'Send it as it is').click();
  await expect(again.getByText('Your answer was saved.')).toBeVisible();
  const [take] = await takes();
  expect(take?.status).toBe('stored');
  expect(take?.durationMs).toBeGreaterThanOrEqual(4_000);
  await student.close();
});
