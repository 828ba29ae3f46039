import { expect, type Locator, type Page } from '@playwright/test';
import { notesOf } from './notes';

/** The list of corrections below the notes. */
export const correctionsOf = (page: Page): Locator => page.getByRole('region', { name: /^(Corrections|첨삭)$/ });

/** Those nobody decided about yet, as they are read out: before → after. */
async function openCorrections(page: Page): Promise<string[]> {
  const buttons = correctionsOf(page).getByRole('button', { name: /^Show in the text: / });
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace('Show in the text: ', '').replaceAll(/\s+/gu, ' '));
}

export async function expectOpen(page: Page, ...changes: readonly string[]): Promise<void> {
  await expect.poll(() => openCorrections(page)).toEqual(changes);
}

/** From now on this mentor’s changes are suggestions. */
export async function startCorrecting(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Correct' }).check();
}

/** Runs in the page: selects words of the notes' first block, as `selectWords` says. */
export const selectIn = (element: Element, [start, end]: readonly [number, number]): Promise<void> =>
  new Promise<void>((resolve) => {
    (element as HTMLElement).focus();
    const walker = document.createTreeWalker(element.firstElementChild ?? element, NodeFilter.SHOW_TEXT);
    const places: [Node, number][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.note-caret')) continue;
      for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) places.push([node, at]);
    }
    const [first, last] = [places[start], places[end - 1]];
    if (!first || !last) throw new Error('no such words');
    // The editor hears of it then.
    document.addEventListener('selectionchange', () => setTimeout(resolve), { once: true });
    getSelection()?.setBaseAndExtent(first[0], first[1], last[0], last[1] + 1);
  });

/** Selects words of the notes' first block, counted in characters as they stand there, suggestions included. */
export const selectWords = (page: Page, from: number, to: number): Promise<void> =>
  notesOf(page).evaluate(selectIn, [from, to] as const);

/** What stands in the notes but for what is to be taken away. */
export const wordsOf = (page: Page, left: 'ins' | 'del'): Promise<string> =>
  notesOf(page).evaluate((element, tag) => {
    const copy = element.cloneNode(true) as Element;
    for (const gone of copy.querySelectorAll(`${tag}, .note-caret`)) gone.remove();
    return copy.textContent;
  }, left);
