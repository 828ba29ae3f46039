import { readFile } from 'node:fs/promises';
import type { FeedbackResponse } from '@ieum/api-contract';
import { expect, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { keptText } from '../support/kept-text';
import { setUpRooms } from '../support/rooms';
import { writtenDocument } from '../support/written-document';

const rooms = setUpRooms();

const rowsOf = (page: Page) => page.getByRole('group', { name: /^Correction \d/ });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function downloaded(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

test('corrections of the room become the feedback, are studied, and what was kept can be deleted', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const {
    student,
    mentor,
    consultId: id,
    close,
  } = await rooms.call(browser, {
    mentor: { nickname: 'Seoyeon' },
    student: { nickname: 'Haru' },
  });
  const path = `/api/consults/${id}`;
  const update = Buffer.from(writtenDocument()).toString('base64');
  await mentor.api('post', `${path}/document/updates`, { update });
  await mentor.api('post', `${path}/end`);

  await test.step('the draft has them already, once, and what the mentor takes out stays out', async () => {
    const { page } = mentor;
    await mentor.arriveAt(`/consults/${id}/feedback`);
    await page.reload();
    await expect(rowsOf(page)).toHaveCount(3);
    await expect(rowsOf(page).nth(0).getByLabel('Before')).toHaveValue('I goed to school');
    await expect(rowsOf(page).nth(0)).toContainText('Accepted');
    await expect(rowsOf(page).nth(1)).toContainText('Not accepted');
    await expect(rowsOf(page).nth(2)).toContainText('Undecided');
    await expect(rowsOf(page).nth(2).getByLabel('After')).toHaveValue('saw');
    await page.getByRole('button', { name: 'Remove correction 2' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(rowsOf(page).nth(1).getByLabel('Before')).toBeFocused();
    await page.getByRole('button', { name: 'Remove correction 2' }).press('Enter');
    await page.getByLabel('What we did').fill('We told a story.');
    await rowsOf(page).nth(0).getByLabel('After').fill('I went to school.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(part(page, 'Script and notes')).toBeVisible();
    await expect(rowsOf(page)).toHaveCount(2);
    await expect(rowsOf(page).nth(0).getByLabel('After')).toHaveValue('I went to school.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expectGoodLooks(page, 'feedback draft');
  });

  await test.step('meanwhile the student sees what was kept, and nothing in it runs', async () => {
    const { page } = student;
    await student.arriveAt(`/consults/${id}/feedback`);
    await page.reload();
    await expect(page.getByText('Your mentor is writing')).toBeVisible();
    const script = part(page, 'Script and notes');
    await expect(script.locator('del')).toHaveText('To be left out: see');
    await expect(script.locator('ins')).toHaveText('Suggested: saw');
    await expect(script.getByText('A link')).toBeVisible();
    await expect(script.getByRole('link')).toHaveCount(0);
    await expect(part(page, 'Chat')).toContainText('canary <script>alert(1)</script>');
    const picture = part(page, 'Board').getByRole('img', { name: 'What was drawn on the board, Fractions' });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await expect(part(page, 'Code')).toContainText('print("fractions")');
    expect(await downloaded(page, 'Download (.md)')).toBe(
      '## My last trip\n\nYesterday we <del>see</del><ins>saw</ins> the sea. A link\n',
    );
  });

  await test.step('it is sent, and the student reads, filters, downloads and prints it', async () => {
    await mentor.page.getByRole('button', { name: 'Send to the student' }).click();
    await mentor.page.getByRole('dialog').getByRole('button', { name: 'Send to the student' }).click();
    const { page } = student;
    await expect(page.getByText('We told a story.')).toBeVisible();
    const corrections = part(page, 'Corrections');
    await expect(corrections.getByRole('listitem')).toHaveCount(2);
    await expect(corrections.getByText('Accepted', { exact: true })).toBeVisible();
    await expect(corrections.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(await downloaded(page, 'Download corrections (.csv)')).toContain(
      '"I goed to school","I went to school.","Grammar","go – went – gone","Accepted"\r\n',
    );
    const chat = part(page, 'Chat').getByRole('button', { name: 'Download (.txt)' });
    const downloading = page.waitForEvent('download');
    await chat.click();
    expect(await readFile(await (await downloading).path(), 'utf8')).toMatch(
      /^\[.+\] Seoyeon: canary <script>alert\(1\)<\/script>\n\[.+\] You: 고맙습니다!\n$/u,
    );
    await expectGoodLooks(page, 'feedback');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('navigation')).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).color)).toBe(
      'rgb(0, 0, 0)',
    );
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    const printed = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          window.print = () => {
            const shown = [...document.querySelectorAll('[data-print-part]:not([data-print-out])')];
            resolve(shown.map((element) => element.getAttribute('data-print-part') ?? ''));
            window.dispatchEvent(new Event('afterprint'));
          };
        }),
    );
    await page.getByRole('button', { name: 'Print or save as PDF' }).click();
    expect(await printed).toEqual(['script']);
    await expect(page.locator('[data-print-out]')).toHaveCount(0);
  });

  await test.step('the student practises with the keyboard alone', async () => {
    const { page } = student;
    await page.getByRole('link', { name: 'Study' }).click();
    await expect(page.getByText('2 cards are due.')).toBeVisible();
    await expect(page.getByRole('img', { name: /^Columns of 2 corrections; the most are Grammar/ })).toBeVisible();
    await expectGoodLooks(page, 'study');
    await page.getByText('As a table').click();
    await expect(page.getByRole('row').nth(1)).toContainText('Grammar 2');
    await page.getByRole('button', { name: 'Start' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Card 1 of 2' })).toBeFocused();
    await expectGoodLooks(page, 'practice, asking');
    await expect(page.getByText('I went to school.')).toHaveCount(0);
    await page.getByLabel('How is it better?').fill('i went to school');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Better' })).toBeFocused();
    await expect(page.getByText('Word for word.')).toBeVisible();
    await expectGoodLooks(page, 'practice, answer');
    await page.keyboard.press('2');
    await expect(page.getByText('I went to school.')).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(page.getByText('saw', { exact: true })).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', { name: 'Card 2 of 2' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('I went to school.')).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByText('You knew 1 of 2 at once.')).toBeVisible();
    await page.getByRole('button', { name: 'Go on', exact: true }).press('Enter');
    await expect(page.getByRole('group', { name: 'Practise your corrections' })).toBeFocused();
    await expect(page.getByText('Nothing is due right now.')).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^The next card comes back on/)).toBeVisible();
  });

  await test.step('the chat is deleted, then all, then the feedback, and nothing is left anywhere', async () => {
    const { page } = student;
    await student.open(`/consults/${id}/feedback`);
    await part(page, 'Chat').getByRole('button', { name: 'Delete the chat' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('The chat is deleted.')).toBeVisible();
    await expect(part(page, 'Chat')).toHaveCount(0);
    await expect(part(page, 'Script and notes')).toBeVisible();
    const left = await keptText(student, id);
    expect([left.includes('canary'), left.includes('My last trip')]).toEqual([false, true]);
    await page.getByRole('button', { name: 'Delete all that is kept of the meeting' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(part(page, 'Script and notes')).toHaveCount(0);
    expect(await keptText(student, id)).toBe('');
    const { feedback } = (await student.api('get', `${path}/feedback`)) as FeedbackResponse;
    expect(feedback.corrections).toHaveLength(2);
    await page.getByRole('button', { name: 'Delete this feedback' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('The feedback is deleted')).toBeVisible();
    await page.getByRole('link', { name: 'Study' }).click();
    await expect(page.getByText('Nothing to study yet')).toBeVisible();
  });
  await close();
});

test('the pages of a student who studies look well in Korean', async ({ browser }) => {
  test.setTimeout(120_000);
  const {
    student,
    mentor,
    consultId: id,
    close,
  } = await rooms.call(browser, {
    mentor: { nickname: '서연' },
    student: { nickname: '하루' },
    look: { locale: 'ko-KR' },
  });
  await student.open('/study');
  await expect(student.page.getByText('아직 공부할 것이 없어요')).toBeVisible();
  await expectGoodLooks(student.page, 'study, empty');
  const path = `/api/consults/${id}`;
  await mentor.api('post', `${path}/document/updates`, { update: Buffer.from(writtenDocument()).toString('base64') });
  await mentor.api('post', `${path}/end`);
  const correction = (before: string, after: string, category: string) => ({
    before,
    after,
    category,
    comment: '관사',
  });
  await mentor.api('put', `${path}/feedback`, {
    version: 0,
    summary: '지난 여행 이야기를 고쳤어요.',
    practice: '',
    corrections: [
      correction('on the morning', 'in the morning', 'word-choice'),
      { ...correction('He go', 'He goes', 'grammar'), outcome: 'accepted', sourceId: 'a' },
      correction('library', 'laibrary', 'pronunciation'),
    ],
  });
  await mentor.api('post', `${path}/feedback/send`);
  await student.open(`/consults/${id}/feedback`);
  await expect(student.page.getByRole('button', { name: '스크립트 삭제하기' })).toBeVisible();
  await expectGoodLooks(student.page, 'feedback');
  await student.open('/study');
  await expect(student.page.getByText('지금 연습할 카드가 3장 있어요.')).toBeVisible();
  await expectGoodLooks(student.page, 'study');
  await close();
});
