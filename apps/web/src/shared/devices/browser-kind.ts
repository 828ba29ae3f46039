/** What decides where a click helps: the browser, and on a phone the system that keeps the permission. */
export type BrowserKind =
  'chrome' | 'chrome-android' | 'edge' | 'firefox' | 'safari' | 'ios-safari' | 'ios-other' | 'in-app' | 'other';

/** The parts of `navigator` that name the browser. */
export interface BrowserMarks {
  readonly userAgent: string;
  /** An iPad says that it is a Mac, but no Mac has a touch screen. */
  readonly maxTouchPoints: number;
  /** User-Agent Client Hints, where there are any: `navigator.userAgentData`. */
  readonly hints?: { readonly brands: readonly { readonly brand: string }[]; readonly mobile: boolean } | undefined;
}

/** Windows of other apps, which keep the camera to themselves. */
const IN_APP = /KAKAOTALK|NAVER\(inapp|Line\/|FBA[NV]|Instagram|DaumApps|; wv\)/u;

/** Which browser this is. Guessed only for hints: nothing that works depends on it. */
export function browserKind({ userAgent, maxTouchPoints, hints }: BrowserMarks): BrowserKind {
  if (IN_APP.test(userAgent)) return 'in-app';
  if (/iPhone|iPad|iPod/u.test(userAgent) || (/Macintosh/u.test(userAgent) && maxTouchPoints > 1)) {
    return /CriOS|FxiOS|EdgiOS|Whale/u.test(userAgent) ? 'ios-other' : 'ios-safari';
  }
  const mobile = hints?.mobile ?? /Android/u.test(userAgent);
  const brands = hints?.brands.map(({ brand }) => brand) ?? [];
  if (brands.includes('Microsoft Edge') || /Edg(?:A)?\//u.test(userAgent)) return mobile ? 'chrome-android' : 'edge';
  // Whale, Opera, Samsung Internet … keep their permissions where Chrome does.
  if (brands.includes('Chromium') || /Chrom(?:e|ium)\//u.test(userAgent)) return mobile ? 'chrome-android' : 'chrome';
  if (/Firefox\//u.test(userAgent)) return 'firefox';
  return /Version\/[\d.]+.*Safari\//u.test(userAgent) ? 'safari' : 'other';
}
