import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, test } from '@playwright/test';
import { correctionsOf, expectOpen, selectWords, startCorrecting, wordsOf } from '../support/corrections';
import { expectSameNotes, goTo, letWrite, linesOf, notesOf, openNotes } from '../support/notes';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

async function inCall(browser: Browser, text: string, look: BrowserContextOptions = {}) {
  const call = await rooms.call(browser, { look });
  const notes = await openNotes(call.mentor.page);
  await notes.pressSequentially(text);
  await openNotes(call.student.page);
  await expectSameNotes(call.pages, ...text.split('\n'));
  return { ...call, notes };
}

test('a mentor corrects, the student sees it as it is written, and decides', async ({ browser }) => {
  const { student, mentor, notes, close } = await inCall(browser, 'Yesterday I go to the home');
  await startCorrecting(mentor.page);
  await selectWords(mentor.page, 12, 14);
  await notes.pressSequentially('went');
  await expectOpen(student.page, 'go → went');
  await selectWords(mentor.page, 19, 26);
  await notes.press('Delete');
  await expectOpen(student.page, 'go → went', 'to the → (nothing)');
  await expect(notesOf(student.page).locator('del').first()).toHaveText('go');
  await expect(notesOf(student.page).locator('ins')).toHaveText('went');
  await expect(correctionsOf(student.page).getByText('2 corrections open')).toHaveRole('status');

  const card = correctionsOf(mentor.page).getByRole('listitem').first();
  await card.getByLabel('Category').selectOption('grammar');
  await card.getByLabel('Comment').fill('past tense');
  await expect(correctionsOf(student.page).getByText('past tense')).toBeVisible();

  await student.press('Accept: go → went');
  await expect.poll(() => wordsOf(mentor.page, 'ins')).toBe('Yesterday I went to the home');
  await expect(correctionsOf(mentor.page).getByText('Accepted', { exact: true })).toBeVisible();
  await student.press('Reject: to the → (nothing)');
  await expectSameNotes([mentor.page, student.page], 'Yesterday I went to the home');
  await expect(correctionsOf(mentor.page).getByText('Rejected', { exact: true })).toBeVisible();
  await expectOpen(mentor.page);

  await student.press('Undo');
  await expectOpen(mentor.page, 'to the → (nothing)');
  await close();
});

test('new blocks and joined ones are as the mentor made them once all is accepted, and as before once it is undone', async ({
  browser,
}) => {
  const { student, mentor, notes, close } = await inCall(browser, 'one two');
  await startCorrecting(mentor.page);
  await selectWords(mentor.page, 3, 4);
  await notes.press('Enter');
  await notes.press('End');
  await notes.press('Enter');
  await notes.pressSequentially('three');
  await expect.poll(() => linesOf(notesOf(student.page))).toHaveLength(1);
  await student.press('Accept all');
  await expect.poll(() => linesOf(notes)).toEqual(['one', 'two', 'three']);
  await expectSameNotes([mentor.page, student.page], 'three');

  await goTo(notes, 'Home');
  await notes.press('End');
  await notes.press('Delete');
  // The caret went past the break.
  await notes.press('End');
  await notes.press('Delete');
  await expectOpen(student.page, '¶ → (nothing)', '¶ → (nothing)');
  await student.press('Accept all');
  await expectSameNotes([mentor.page, student.page], 'onetwothree');
  await student.press('Undo');
  await expect.poll(() => linesOf(notes)).toEqual(['one', 'two', 'three']);
  await student.press('Reject all');
  await expectOpen(mentor.page);
  await expect.poll(() => linesOf(notes)).toEqual(['one', 'two', 'three']);
  await close();
});

test('the student reads along, and writes only while the mentor lets them', async ({ browser }) => {
  const { student, mentor, notes, close } = await inCall(browser, 'mine');
  const theirs = notesOf(student.page);
  await expect(theirs).not.toBeEditable();
  await expect(student.page.getByText(`${mentor.nickname} decides whether you can write, too`)).toBeVisible();
  await theirs.focus();
  await student.page.keyboard.type('not taken');
  await letWrite(mentor.page, student.page);
  await goTo(theirs, 'End');
  await theirs.pressSequentially(' and theirs');
  await expectSameNotes([mentor.page, student.page], 'mine and theirs');
  await mentor.page.getByRole('switch', { name: /^Let / }).uncheck();
  await expect(theirs).not.toBeEditable();
  await goTo(notes, 'End');
  await notes.pressSequentially('!');
  await expectSameNotes([mentor.page, student.page], 'mine and theirs!');

  // What one wrote can be undone also after the panel was closed.
  await mentor.press('Close the notes');
  await (await openNotes(mentor.page)).press('Control+z');
  await expectSameNotes([mentor.page, student.page], 'mine and theirs');
  await close();
});

test('Korean is corrected with an input method, also over a selection', async ({ browser }) => {
  const { student, mentor, notes, close } = await inCall(browser, '나는 학교에 간다');
  await startCorrecting(mentor.page);
  await selectWords(mentor.page, 7, 9);
  const input = await mentor.context.newCDPSession(mentor.page);
  for (const text of ['ㄱ', '가', '갔']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  }
  await input.send('Input.insertText', { text: '갔' });
  for (const text of ['ㄷ', '다']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  }
  await input.send('Input.insertText', { text: '다' });
  await expectOpen(student.page, '간다 → 갔다');
  await expect.poll(() => wordsOf(mentor.page, 'del')).toBe('나는 학교에 갔다');
  await student.press('Accept: 간다 → 갔다');
  await expectSameNotes([mentor.page, student.page], '나는 학교에 갔다');
  await expect(notes).toBeVisible();
  await close();
});

test('corrections are made and decided with the keyboard alone, on a phone and in the dark, too', async ({
  browser,
}) => {
  const { student, mentor, notes, close } = await inCall(browser, 'I go home', {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
  });
  const mode = mentor.page.getByRole('radio', { name: 'Edit' });
  await mode.focus();
  await mode.press('ArrowRight');
  await expect(mentor.page.getByRole('radio', { name: 'Correct' })).toBeChecked();
  await selectWords(mentor.page, 2, 4);
  await notes.pressSequentially('went');
  await notes.press('Control+b');
  await expect(mentor.page.getByRole('alert').filter({ hasText: 'only words can be changed' })).toBeVisible();
  await notes.press('End');
  await notes.press('Backspace');
  await expectOpen(student.page, 'go → went', 'e → (nothing)');

  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  for (const { page } of [student, mentor]) {
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }
  expect(await student.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // There is room for a card below the text.
  await mentor.page.setViewportSize({ width: 360, height: 740 });
  const list = correctionsOf(student.page);
  for (const part of [
    list.getByRole('button', { name: 'Accept: go → went' }),
    correctionsOf(mentor.page).getByRole('combobox').first(),
  ]) {
    await part.scrollIntoViewIfNeeded();
    await expect(part).toBeInViewport({ ratio: 0.9 });
  }
  await list.getByRole('button', { name: 'Accept: go → went' }).press('Enter');
  // The next one has the focus; what was decided is gone.
  await expect(list.getByRole('button', { name: 'Show in the text: e → (nothing)' })).toBeFocused();
  await student.page.keyboard.press('Tab');
  await student.page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: 'Reject: e → (nothing)' })).toBeFocused();
  await student.page.keyboard.press('Enter');
  await expectSameNotes([mentor.page, student.page], 'I went home');

  await correctionsOf(mentor.page).getByText('Rejected', { exact: true }).waitFor();
  await close();
});

test('a correction is found in the text from the list, and in the list from the text', async ({ browser }) => {
  const { student, mentor, notes, close } = await inCall(browser, 'I go home');
  await startCorrecting(mentor.page);
  await selectWords(mentor.page, 2, 4);
  await notes.pressSequentially('went');
  await expectOpen(student.page, 'go → went');
  await student.press('Show in the text: go → went');
  await expect(notesOf(student.page).locator('.correction-active').first()).toBeVisible();
  await notes.locator('ins').click();
  await expect(correctionsOf(mentor.page).getByRole('listitem')).toHaveAttribute('aria-current', 'true');
  await selectWords(mentor.page, 5, 7);
  await notes.press('Alt+Enter');
  await expect(mentor.page.getByRole('button', { name: 'Show in the text: go → went' })).toBeFocused();
  await mentor.press('Take back: go → went');
  await expectSameNotes([mentor.page, student.page], 'I go home');
  await expectOpen(student.page);
  await close();
});

test('nothing runs that somebody writes in a correction', async ({ browser }) => {
  const { student, mentor, notes, close } = await inCall(browser, 'plain');
  await startCorrecting(mentor.page);
  await goTo(notes, 'End');
  const payload = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await notes.pressSequentially(payload);
  await correctionsOf(mentor.page).getByLabel('Comment').fill(`"><svg onload=alert(3)> javascript:alert(4)`);
  await expect(correctionsOf(student.page).getByText('"><svg onload=alert(3)>')).toBeVisible();
  await student.press(`Accept: (nothing) → ${payload}`);
  await expectSameNotes([mentor.page, student.page], `plain${payload}`);
  expect(await student.page.locator('img[src="x"], section script, section svg[onload]').count()).toBe(0);
  await close();
});
