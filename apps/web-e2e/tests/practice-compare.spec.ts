import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { beginNow, drawQuestion, keepTake, speak, untilRecorded } from '../support/practice';
import { IeumServer } from '../support/server';
import { SpeechService } from '../support/speech-service';

const SCRIPT = 'I usually walk to the park after school.';
/** Five words in four seconds, with pauses of 0.5 and 1 s; of the script's eight words three are missing and one is another. */
const FIRST = 'I walk … to a … … park.';
/** Nine words in five seconds, with a pause of 0.5 s; one word more than the script's eight. */
const SECOND = 'I usually walk … to the quiet park after school.';

let speech: SpeechService;
let server: IeumServer;
test.beforeAll(async () => {
  speech = await SpeechService.start(FIRST, SECOND);
  server = await IeumServer.start({ TRANSCRIPTION_URL: speech.url });
});
test.afterAll(async () => {
  await server.stop();
  await speech.stop();
});

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

const figure = (side: Locator, name: string) =>
  side
    .locator('dl > div')
    .filter({ has: side.page().getByText(name, { exact: true }) })
    .getByRole('definition');

test('an answer that is said again is compared with the one before it', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  const question = await drawQuestion(student);
  await student.api('put', `/api/scripts/of-question/${question.id}`, { revision: 0, text: SCRIPT });
  await student.open(`/practice/questions/${question.id}`);
  const before = page.getByRole('region', { name: 'Before: Take 1' });
  const after = page.getByRole('region', { name: 'After: Take 2' });

  await test.step('said once, and once more by one press', async () => {
    await speak(page, 4);
    await keepTake(page);
    await page.getByRole('link', { name: 'Say it again' }).click();
    await beginNow(page);
    await untilRecorded(page, 4);
    await keepTake(page);
    const changed = page.getByRole('status').filter({ hasText: 'What changed can be said once both takes have text.' });
    await expect(changed).toBeFocused();
    await expect(after).toBeVisible();
    expect(new URL(page.url()).searchParams.has('again')).toBe(false);
  });

  await test.step('turned into text, with figures of each and what changed', async () => {
    await button(page, 'Turn it into text: Take 1').click();
    await expect(figure(before, 'Pace, pauses included')).toHaveText('75 words a minute');
    await button(page, 'Turn it into text: Take 2').click();
    await expect(figure(after, 'Pace, pauses included')).toHaveText('108 words a minute');
    await expect(figure(before, 'Pauses')).toHaveText('2, the longest 1.0 s');
    await expect(figure(after, 'Pauses')).toHaveText('1, the longest 0.5 s');
    const errors = 'Differs from your script';
    await expect(figure(before, errors)).toHaveText('50% (word error rate)3 missed, 0 added, 1 other');
    await expect(figure(after, errors)).toHaveText('13% (word error rate)0 missed, 1 added, 0 other');
    await expect(
      page.getByText(
        'Take 2 against Take 1: 33 words a minute faster, 1 pause fewer, 37 percentage points closer to your script.',
      ),
    ).toBeVisible();
  });

  await test.step('beside the script, word by word, in words as well as in looks', async () => {
    await expect(before.locator('del')).toHaveText(['[missed] usually', '[missed] after school.']);
    await expect(before.locator('mark')).toHaveText(['[other word] a [instead of] the']);
    await expect(before.locator('ins')).toHaveCount(0);
    await expect(after.locator('ins')).toHaveText(['[added] quiet']);
    await expectGoodLooks(page, 'compared takes');
  });

  await test.step('played from a word on, one at a time', async () => {
    await after.getByRole('link', { name: 'usually' }).click();
    await expect(button(after, 'Pause')).toBeVisible();
    await before.getByRole('link', { name: 'I', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(before.getByRole('link', { name: 'to', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(before, 'Pause')).toBeVisible();
    await expect(button(after, 'Play')).toBeVisible();
    await expect(before.getByText(/^0:0[1-9] of/u)).toBeVisible();
  });

  await test.step('played from a word on where the takes are, too', async () => {
    await page.getByRole('link', { name: 'Back to the question' }).click();
    const take = page.getByRole('listitem').filter({ hasText: 'Take 2' });
    await take.getByRole('link', { name: 'usually' }).click();
    await expect(button(take, 'Pause')).toBeVisible();
    await expect(take.locator('a[data-playing=true]')).toBeVisible();
  });

  await student.close();
});
