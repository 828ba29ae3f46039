import { expect, type Page } from '@playwright/test';

interface Taken {
  readonly value: string;
  /** In milliseconds since the epoch. */
  readonly atMs: number;
}

/** The values that an attribute took, in their order. */
export class AttributeLog {
  private constructor(private readonly read: () => Promise<readonly Taken[]>) {}

  /**
   * Writes down every value that an attribute takes anywhere in the page from now on, however short, and when:
   * a poll could look away, and look late.
   */
  static async of(page: Page, attribute: string): Promise<AttributeLog> {
    const log = await page.evaluateHandle((name) => {
      const taken: { value: string; atMs: number }[] = [];
      const note = (element: Element) => {
        const value = element.getAttribute(name);
        if (value !== null && value !== taken.at(-1)?.value) taken.push({ value, atMs: Date.now() });
      };
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          for (const node of [target, ...addedNodes]) {
            if (!(node instanceof Element)) continue;
            note(node);
            node.querySelectorAll(`[${name}]`).forEach(note);
          }
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: [name] });
      return taken;
    }, attribute);
    return new AttributeLog(() => log.jsonValue());
  }

  async values(): Promise<readonly string[]> {
    return (await this.read()).map(({ value }) => value);
  }

  /** Waits until the attribute was that; resolves to when it first was, in milliseconds since the epoch. */
  async timeOf(wanted: string): Promise<number> {
    let atMs: number | undefined;
    const first = async () => (atMs = (await this.read()).find(({ value }) => value === wanted)?.atMs);
    await expect.poll(first, `it was “${wanted}”`).toBeDefined();
    return atMs ?? Number.NaN;
  }
}
