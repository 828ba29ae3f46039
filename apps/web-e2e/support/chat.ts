import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the chat of the room, unless it is open. */
export async function openChat(page: Page): Promise<Locator> {
  const field = page.getByRole('textbox', { name: /^(Write a message|메시지 쓰기)$/ });
  const button = page.getByRole('button', { name: /^(Chat|채팅)(,|$)/ });
  if (!(await field.isVisible())) {
    // On a phone it may have no place in the bar.
    if (!(await button.isVisible())) await page.getByRole('button', { name: /^(More|더 보기)$/ }).click();
    await button.click();
  }
  await expect(field).toBeVisible();
  return field;
}

export async function say(page: Page, text: string): Promise<void> {
  const field = await openChat(page);
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

export const chatLog = (page: Page): Locator => page.getByRole('log', { name: /^(Messages|메시지)$/ });

/** What was said, in the order in which it stands there. */
export const saidIn = (page: Page): Promise<string[]> =>
  chatLog(page)
    .locator('[class*=bubble]')
    .evaluateAll((bubbles) => bubbles.map((bubble) => bubble.querySelector('[class*=text]')?.textContent ?? ''));

/** Both show the same messages, these ones, each once; the order is theirs. */
export async function expectSameChat(pages: readonly Page[], ...texts: readonly string[]): Promise<void> {
  await expect(async () => {
    const [first = [], ...others] = await Promise.all(pages.map(saidIn));
    for (const other of others) expect(other).toEqual(first);
    expect([...first].sort()).toEqual([...texts].sort());
  }).toPass({ timeout: 30_000 });
}

/** Brings a file into the page as the mouse or the clipboard does. */
export async function bring(field: Locator, how: 'paste' | 'drop', name: string, bytes: Buffer, type = 'image/png') {
  const content = bytes.toString('base64');
  await field.evaluate(
    (element, [event, file, base64, mediaType]) => {
      const data = new DataTransfer();
      const all = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([all], file, { type: mediaType }));
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      );
    },
    [how, name, content, type] as const,
  );
}
