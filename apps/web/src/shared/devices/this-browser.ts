import { browserKind } from './browser-kind';
import type { BrowserKind, BrowserMarks } from './browser-kind';

/** The browser that this page runs in. */
export function thisBrowser(): BrowserKind {
  const { userAgent, maxTouchPoints } = navigator;
  // User-Agent Client Hints, a draft: only in Chromium.
  const { userAgentData } = navigator as Navigator & { readonly userAgentData?: BrowserMarks['hints'] };
  return browserKind({ userAgent, maxTouchPoints, hints: userAgentData });
}
