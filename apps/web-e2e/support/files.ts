import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export interface OfferedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const fileOf = (name: string, bytes: number, mimeType = 'application/octet-stream'): OfferedFile => ({
  name,
  mimeType,
  buffer: randomBytes(bytes),
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Opens the files of the room, unless they are open. */
export async function openFiles(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Files|파일)(,|$)/ });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await expect(page.getByRole('button', { name: /^(Choose files|파일 고르기)$/ })).toBeVisible();
}

/** Offers files to the other side. */
export async function offer(page: Page, ...files: readonly OfferedFile[]): Promise<void> {
  await openFiles(page);
  await page.locator('input[type=file]').setInputFiles([...files]);
}

/** The card of a file, on whichever side. */
export const cardOf = (page: Page, name: string): Locator => page.getByRole('listitem', { name });

/** Saves what was received; it is what was sent. */
export async function expectSaved(card: Locator, file: OfferedFile): Promise<string> {
  await expect(card.getByRole('link', { name: 'Save' })).toBeVisible({ timeout: 60_000 });
  const downloading = card.page().waitForEvent('download');
  await card.getByRole('link', { name: 'Save' }).click();
  const download = await downloading;
  expect(sha256(await readFile(await download.path()))).toBe(sha256(file.buffer));
  return download.suggestedFilename();
}

/** More than that many bytes have come. */
export const expectToHaveCome = (bar: Locator, bytes: number): Promise<void> =>
  expect.poll(() => bar.getAttribute('value').then(Number), { timeout: 60_000 }).toBeGreaterThan(bytes);

/** Runs in the page before its own scripts: a device that keeps `blocks` MiB, then waits for `goOn()`. */
export function waitAfter(blocks: number): void {
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  let checked = 0;
  const told = new Promise<void>((resolve) => Object.assign(window, { goOn: resolve }));
  crypto.subtle.digest = async (algorithm, data) => {
    if (data.byteLength === 1_048_576 && ++checked > blocks) await told;
    return digest(algorithm, data);
  };
}

/** Lets a page go on that was told to `waitAfter`. */
export const goOn = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());

/** Runs in the page before its own scripts: its peer connection is lost, once, when that much of a file has come. */
export function loseConnectionAfter(bytes: number): void {
  const create = RTCPeerConnection.prototype.createDataChannel;
  let left = bytes;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = create.call(this, label, options);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (label !== 'files' || !(data instanceof ArrayBuffer) || left <= 0) return;
      left -= data.byteLength;
      if (left <= 0) this.close();
    });
    return channel;
  };
}
