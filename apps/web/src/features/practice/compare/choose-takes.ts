import type { Recording } from '@ieum/api-contract';

/** What the address says: ids, or nothing. */
export interface WantedTakes {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface ChosenTakes {
  readonly before: Recording;
  readonly after: Recording;
}

/**
 * Which two takes are compared, of those there are, newest first: those that are wanted; otherwise the newest, and the one before
 * it. `null` where there are not two.
 */
export function chooseTakes(takes: readonly Recording[], wanted: WantedTakes): ChosenTakes | null {
  const find = (id: string | undefined) => takes.find((take) => take.id === id);
  const before = find(wanted.before);
  const after = find(wanted.after) ?? takes.find((take) => take !== before);
  if (!after) return null;
  if (before && before !== after) return { before, after };
  const older = takes[takes.indexOf(after) + 1] ?? takes.findLast((take) => take !== after);
  return older ? { before: older, after } : null;
}

/** Those that are compared now, by name: they stay when there are newer ones. */
export function heldTakes(takes: readonly Recording[], wanted: WantedTakes): WantedTakes {
  const chosen = chooseTakes(takes, wanted);
  return chosen ? { before: chosen.before.id, after: chosen.after.id } : wanted;
}

export function readWanted(search: string): WantedTakes {
  const params = new URLSearchParams(search);
  return { before: params.get('before') ?? undefined, after: params.get('after') ?? undefined };
}

/** As `readWanted` reads it. */
export function wantedQuery({ before, after }: WantedTakes): string {
  return new URLSearchParams({ ...(before && { before }), ...(after && { after }) }).toString();
}
