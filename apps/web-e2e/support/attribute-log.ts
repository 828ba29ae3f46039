import type { Page } from '@playwright/test';

/**
 * Writes down every value that an attribute takes anywhere in the page from now on, however short:
 * a poll could look away. The result reads the values in their order.
 */
export async function logAttribute(page: Page, attribute: string): Promise<() => Promise<readonly string[]>> {
  const log = await page.evaluateHandle((name) => {
    const values: string[] = [];
    const note = (element: Element) => {
      const value = element.getAttribute(name);
      if (value !== null && value !== values.at(-1)) values.push(value);
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
    return values;
  }, attribute);
  return () => log.jsonValue();
}
