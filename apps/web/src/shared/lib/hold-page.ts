let running = 0;

/** Whether a page that would be loaded anew for want of code has to stay. */
export const mustStay = (): boolean => running > 0;

/**
 * Imports code that the page can do without, and must not be loaded anew for: that would end a call. When the import
 * fails it rejects, as any other.
 */
export async function loadInCall<Code>(load: () => Promise<Code>): Promise<Code> {
  running += 1;
  try {
    return await load();
  } finally {
    running -= 1;
  }
}
