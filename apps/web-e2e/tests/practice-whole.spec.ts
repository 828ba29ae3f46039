import { expect, type Locator, test } from '@playwright/test';
import { expectMediaToFlow } from '../support/call';
import { correctionsOf, startCorrecting } from '../support/corrections';
import { notesOf, openNotes } from '../support/notes';
import { Person } from '../support/person';
import { beginNow, drawQuestion, keepTake, speak, untilRecorded } from '../support/practice';
import { openTool } from '../support/room-tool';
import { IeumServer } from '../support/server';
import { SpeechService } from '../support/speech-service';

const SAID = 'Yesterday I go to the park after school.';
const CORRECTED = 'Yesterday I went to the park after school.';

let speech: SpeechService;
let server: IeumServer;
test.beforeAll(async () => {
  speech = await SpeechService.start(SAID, CORRECTED);
  server = await IeumServer.start({ TRANSCRIPTION_URL: speech.url });
});
test.afterAll(async () => {
  await server.stop();
  await speech.stop();
});

const differsBy = (side: Locator) =>
  side.locator('dl > div').filter({ hasText: 'Differs from your script' }).getByRole('definition');

test('an answer is said, read, corrected with a mentor at a moment of it, said again, and better', async ({
  browser,
}) => {
  test.slow();
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const [s, m] = [student.page, mentor.page];
  const question = await drawQuestion(student);

  await test.step('said, and turned into a script', async () => {
    await student.open(`/practice/questions/${question.id}`);
    await speak(s, 5);
    await keepTake(s);
    await student.press('Turn it into text: Take 1');
    await student.press('Put it into my script: Take 1');
    await expect(s.getByRole('textbox', { name: 'Your text in English' })).toHaveValue(SAID);
  });

  await test.step('brought to a mentor', async () => {
    await mentor.open('/live');
    await s.getByRole('button', { name: 'Ask a mentor' }).click();
    await s.getByRole('dialog').getByRole('button', { name: 'Ask for help now' }).click();
    await expect(s).toHaveURL(/\/wait\//u);
    await mentor.press(`Accept the request of ${student.nickname}`);
    for (const page of [s, m]) await expect(page).toHaveURL(/\/room\//u);
    await expectMediaToFlow(student, mentor);
  });

  await test.step('heard by both, and corrected where it was said', async () => {
    await openTool(m, 'Practice');
    await mentor.press('Play for both: Take 1');
    await mentor.press('Pause for both: Take 1');
    await mentor.press('Open in the notes');
    await openNotes(m);
    await expect(notesOf(m).getByText(SAID)).toBeVisible();
    await startCorrecting(m);
    await notesOf(m).getByText(SAID).click();
    for (const key of ['Home', ...Array<string>('Yesterday I '.length).fill('ArrowRight')]) await notesOf(m).press(key);
    for (let letters = 'go'.length; letters > 0; letters -= 1) await notesOf(m).press('Shift+ArrowRight');
    await notesOf(m).pressSequentially('went');
    await openTool(m, 'Practice');
    await mentor.press('Mark this moment');
    await m.getByRole('textbox', { name: 'What is it about?' }).fill('go, which was yesterday');
    await mentor.press('Keep');
  });

  await test.step('heard again from before the moment, accepted, and the next version', async () => {
    await openTool(s, 'Practice');
    await s.getByRole('button', { name: /^Hear again: Take 1/u }).click();
    await openNotes(s);
    await expect(correctionsOf(s)).toBeVisible();
    await student.press('Accept: go → went');
    await openTool(s, 'Practice');
    await student.press('Make this the script’s next version');
    await expect(s.getByText('It is the script’s next version now.')).toBeVisible();
  });

  await test.step('said again, and compared', async () => {
    await student.open(`/practice/questions/${question.id}`);
    await expect(s.getByRole('textbox', { name: 'Your text in English' })).toHaveValue(CORRECTED);
    await s.getByRole('link', { name: 'Say it again' }).click();
    await beginNow(s);
    await untilRecorded(s, 5);
    await keepTake(s);
    await student.press('Turn it into text: Take 2');
    await expect(differsBy(s.getByRole('region', { name: 'Before: Take 1' }))).toContainText('13% (word error rate)');
    await expect(differsBy(s.getByRole('region', { name: 'After: Take 2' }))).toContainText('0% (word error rate)');
  });
  await student.close();
  await mentor.close();
});
