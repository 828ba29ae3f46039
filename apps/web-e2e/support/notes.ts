import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the notes of the room, unless they are open, and waits until they can be written. */
export async function openNotes(page: Page): Promise<Locator> {
  const notes = notesOf(page);
  const button = page.getByRole('button', { name: /^(Notes|노트)(,|$)/ });
  if (!(await notes.isVisible())) {
    // On a phone it has no place in the bar.
    if (!(await button.isVisible())) await page.getByRole('button', { name: /^(More|더 보기)$/ }).click();
    await button.click();
  }
  await expect(notes).toBeVisible();
  return notes;
}

/** Where they are written. */
export const notesOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Notes of both of you|함께 쓰는 노트)$/ });

/**
 * Puts the caret at the beginning or the end, and waits until the editor knows: it hears of it in an event of its own, and
 * takes a caret that goes to the beginning within 200 ms of the focus for the browser's doing, and puts it back.
 */
export async function goTo(notes: Locator, place: 'Home' | 'End'): Promise<void> {
  await expect(async () => {
    await notes.press(`Control+${place}`);
    await notes.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    expect(await notes.evaluate(isCaretAt, place)).toBe(true);
  }).toPass({ timeout: 10_000 });
}

function isCaretAt(notes: Element, place: 'Home' | 'End'): boolean {
  const caret = getSelection();
  if (!caret?.anchorNode) return false;
  const beyond = document.createRange();
  beyond.selectNodeContents(notes);
  if (place === 'Home') beyond.setEnd(caret.anchorNode, caret.anchorOffset);
  else beyond.setStart(caret.anchorNode, caret.anchorOffset);
  const rest = beyond.cloneContents();
  for (const theirs of rest.querySelectorAll('.note-caret')) theirs.remove();
  return rest.textContent.replaceAll('\u2060', '') === '' && rest.childElementCount < 2;
}

/** The paragraphs as they stand there, without the name at the other side's caret. */
export const linesOf = (notes: Locator): Promise<string[]> =>
  notes.evaluate((element) =>
    [...element.children].map((block) => {
      const copy = block.cloneNode(true) as Element;
      for (const caret of copy.querySelectorAll('.note-caret')) caret.remove();
      return copy.textContent.replaceAll('\u2060', '');
    }),
  );

/** Both pages show the same, and these are among it. */
export async function expectSameNotes(pages: readonly Page[], ...lines: readonly string[]): Promise<void> {
  await expect(async () => {
    const [first = [], ...others] = await Promise.all(pages.map((page) => linesOf(notesOf(page))));
    for (const other of others) expect(other).toEqual(first);
    for (const line of lines) expect(first).toContain(line);
  }).toPass({ timeout: 30_000 });
}

/** What the panel says of where the notes are kept. */
export const keptOf = (page: Page): Locator =>
  page.getByRole('region', { name: /^(Notes|노트)$/ }).locator('[role="status"][data-state]');

/** A mentor, whose notes are open, lets the student write, too. */
export async function letWrite(mentor: Page, student: Page): Promise<void> {
  await mentor.getByRole('switch', { name: /^Let .+ write$|님도 쓰게 하기$/ }).check();
  await expect(notesOf(student)).toBeEditable();
}
