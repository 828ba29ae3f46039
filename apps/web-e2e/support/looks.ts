import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SIZES = { desk: { width: 1280, height: 720 }, phone: { width: 360, height: 640 } };

export type Size = keyof typeof SIZES;

/**
 * What is shown now has no WCAG violation by light and in the dark, no control too small for a finger, and nothing to
 * scroll sideways for: at a desk and on a phone, or only where it exists.
 */
export async function expectGoodLooks(page: Page, what: string, sizes: readonly Size[] = ['desk', 'phone']) {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    // The colours are the same at every size.
    for (const colorScheme of size === sizes[0] ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme });
      const where = `${what}, ${size}, ${colorScheme}`;
      expect(await violationsIn(page, colorScheme === 'dark'), where).toEqual([]);
      await keep(page, where);
    }
    expect(await page.evaluate(findTooSmall), `${what}, ${size}`).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(Math.max(0, beyond), `${what}, ${size}: pixels beyond the screen`).toBe(0);
  }
}

/** Only colours are others in the dark. */
async function violationsIn(page: Page, coloursOnly: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    coloursOnly ? axe.withRules(['color-contrast']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** For whoever wants to see it: `LOOKS` names a folder. */
async function keep(page: Page, where: string): Promise<void> {
  const folder = process.env['LOOKS'];
  const language = await page.evaluate(() => document.documentElement.lang);
  if (folder) await page.screenshot({ path: `${folder}/${language}, ${where}.png` });
}

/** Runs in the page: the controls in sight that are less than 44 px wide or high, by name. */
function findTooSmall(): string[] {
  const TOUCH = 43.9;
  const modal = document.querySelector('dialog[open]') ?? document.body;
  return (
    [...modal.querySelectorAll<HTMLElement>('button, a.mantine-Button-root, select, textarea, input, [role=button]')]
      // Mantine keeps a copy of a text area, to measure with.
      .filter((control) => !control.closest('[aria-hidden=true]'))
      .map((control) => {
        // Of a switch, its words are pressed, too.
        const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
        const boxes = [control, ...labels].map((part) => part.getBoundingClientRect());
        const width = Math.max(...boxes.map((box) => box.width));
        const height = Math.max(...boxes.map((box) => box.height));
        return { control, width, height, isShown: control.checkVisibility() && width > 0 };
      })
      .filter(({ isShown, width, height }) => isShown && Math.min(width, height) < TOUCH)
      .map(({ control, width, height }) => {
        const name = control.getAttribute('aria-label') ?? control.closest('div')?.textContent;
        return `${name}: ${Math.round(width)}×${Math.round(height)}`;
      })
  );
}
