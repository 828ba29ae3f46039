/** What `getStats` answers with: a browser's `RTCStatsReport`, or any map like it. */
export type StatsReport = ReadonlyMap<string, unknown>;

/** One object of a report. Browsers leave out what they do not know, so nothing in it is taken for granted. */
export type StatsObject = Readonly<Record<string, unknown>>;

export function objectsOf(report: StatsReport | undefined, type: string): StatsObject[] {
  return [...(report?.values() ?? [])].filter((value) => isObject(value)).filter((object) => object['type'] === type);
}

export function objectById(report: StatsReport | undefined, id: unknown): StatsObject | undefined {
  const object = typeof id === 'string' ? report?.get(id) : undefined;
  return isObject(object) ? object : undefined;
}

/** Undefined for what is missing or no finite number. */
export function numberIn(object: StatsObject | undefined, name: string): number | undefined {
  const value = object?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function textIn(object: StatsObject | undefined, name: string): string | undefined {
  const value = object?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** A sum of what is known; undefined when nothing is. */
export function sumOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}

const isObject = (value: unknown): value is StatsObject => typeof value === 'object' && value !== null;
