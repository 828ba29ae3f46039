import { readFile } from 'node:fs/promises';
import { type Download, expect, type Locator, type Page } from '@playwright/test';

/** Opens the board of the room and waits until it can be drawn on. */
export async function openBoard(page: Page): Promise<Locator> {
  const button = page.getByRole('button', { name: /^(Board|칠판)(,|$)/ });
  // On a phone it has no place in the bar.
  if (!(await button.isVisible())) await page.getByRole('button', { name: /^(More|더 보기)$/ }).click();
  await button.click();
  const canvas = page.locator('canvas.interactive');
  await expect(canvas).toBeVisible();
  return canvas;
}

type Place = readonly [number, number];

/** Chooses a tool by its key; resolves to where the board lies on the screen. */
async function choose(canvas: Locator, tool: string) {
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the board is not in sight');
  await canvas.page().locator('.excalidraw-container').focus();
  await canvas.page().keyboard.press(tool);
  return box;
}

/** A stroke by mouse with the tool of this key, from one place of the board to another. */
export async function drag(canvas: Locator, tool: string, from: Place, to: Place): Promise<void> {
  const { mouse } = canvas.page();
  const { x, y } = await choose(canvas, tool);
  await mouse.move(x + from[0], y + from[1]);
  await mouse.down();
  await mouse.move(x + to[0], y + to[1], { steps: 12 });
  await mouse.up();
}

/** Words by keyboard at a place of the board. */
export async function writeAt(canvas: Locator, at: Place, words: string): Promise<void> {
  const { keyboard, mouse } = canvas.page();
  const { x, y } = await choose(canvas, 't');
  await mouse.click(x + at[0], y + at[1]);
  await expect(canvas.page().locator('textarea.excalidraw-wysiwyg')).toBeFocused();
  await keyboard.insertText(words);
  await keyboard.press('Escape');
}

/** The page of the board as it is downloaded (SVG), without its fonts; empty while there is nothing on it. */
export async function drawingOf(page: Page): Promise<string> {
  const empty = page.getByText(/^(There is nothing on this page\.|이 쪽에는 아무것도 없어요\.)$/);
  const downloads: Download[] = [];
  const keep = (download: Download) => void downloads.push(download);
  page.on('download', keep);
  await page.getByRole('button', { name: /\(SVG\)$/ }).click();
  await expect(async () => expect(downloads.length > 0 || (await empty.isVisible())).toBe(true)).toPass();
  page.off('download', keep);
  const [download] = downloads;
  if (!download) return '';
  const svg = await readFile(await download.path(), 'utf8');
  return svg.replaceAll(/data:font[^)]+/gu, 'a font');
}

/** Both pages show the same, and it has what `isThere` looks for. */
export async function expectSameDrawing(pages: readonly Page[], isThere: (svg: string) => boolean): Promise<string> {
  let same = '';
  await expect(async () => {
    const [first = '', ...others] = await Promise.all(pages.map(drawingOf));
    for (const other of others) expect(other).toBe(first);
    expect(isThere(first), first.slice(0, 2_000)).toBe(true);
    same = first;
  }).toPass({ timeout: 30_000 });
  return same;
}

/** The words of a drawing. */
export const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)/gu)].map(([, words = '']) => words);

/** How many lines and shapes a drawing has, besides its ground. */
export const shapesIn = (svg: string): number => svg.split('<g ').length - 1;
