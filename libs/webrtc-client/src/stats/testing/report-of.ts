import type { StatsObject, StatsReport } from '../stats-report';

/** A report of these objects, each of which has an `id`. */
export function reportOf(objects: readonly StatsObject[]): StatsReport {
  return new Map(objects.map((object) => [String(object['id']), object]));
}

/** The objects again, some of them changed: by id, what to put over. An id with null is left out. */
export function changed(objects: readonly StatsObject[], changes: Record<string, StatsObject | null>): StatsObject[] {
  return objects.flatMap((object) => {
    const change = changes[String(object['id'])];
    return change === null ? [] : [{ ...object, ...change }];
  });
}
