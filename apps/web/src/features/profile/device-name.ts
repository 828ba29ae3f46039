const BROWSERS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\//u],
  ['Samsung Internet', /SamsungBrowser\//u],
  ['Whale', /Whale\//u],
  ['Opera', /OPR\//u],
  ['Firefox', /(?:Firefox|FxiOS)\//u],
  ['Chrome', /(?:Chrome|CriOS|HeadlessChrome)\//u],
  ['Safari', /Version\/[\d.]+.*Safari\//u],
];
const SYSTEMS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Android', /Android/u],
  ['Windows', /Windows/u],
  ['Mac', /Macintosh|Mac OS X/u],
  ['ChromeOS', /CrOS/u],
  ['Linux', /Linux/u],
];

export interface Device {
  readonly browser: string;
  readonly system: string;
}

/** Browser and system that a user agent names, for a list of one's own devices; null when it names neither. */
export function deviceOf(userAgent: string): Device | null {
  const find = (names: typeof BROWSERS) => names.find(([, mark]) => mark.test(userAgent))?.[0];
  const browser = find(BROWSERS);
  const system = find(SYSTEMS);
  return browser !== undefined && system !== undefined ? { browser, system } : null;
}
