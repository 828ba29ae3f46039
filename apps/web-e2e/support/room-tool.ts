import { expect, type Page } from '@playwright/test';

/** Opens a tool of the room by its name, wherever its button is; unless it is open. */
export async function openTool(page: Page, name: string): Promise<void> {
  const panel = page.getByRole('region', { name, exact: true });
  if (await panel.isVisible()) return;
  const button = page.getByRole('button', { name: new RegExp(`^${name}(,|$)`) });
  // On a phone it has no place in the bar.
  if (!(await button.isVisible())) await page.getByRole('button', { name: /^(More|더 보기)$/ }).click();
  await button.click();
  await expect(panel).toBeVisible();
}
