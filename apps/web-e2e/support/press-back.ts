import type { Page } from '@playwright/test';

/** The browser's own Back. Playwright's would wait for a page that may hold it. */
export async function pressBack(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  const before = entries[currentIndex - 1];
  if (!before) throw new Error('There is no page to go back to.');
  await session.send('Page.navigateToHistoryEntry', { entryId: before.id });
  await session.detach();
}
