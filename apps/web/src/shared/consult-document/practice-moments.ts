import { MAX_RECORDING_MS } from '@ieum/api-contract';
import { z } from 'zod';
import { idOf } from '../corrections/suggestion';
import { plainText } from './plain-text';

export const MAX_MOMENTS = 200;
export const MAX_MOMENT_TEXT = 300;

/** A place in a take that somebody pointed at, as it stands in the document. Anybody may have written it. */
const Moment = z.object({
  recordingId: z.uuid(),
  atMs: z.number().int().min(0).max(MAX_RECORDING_MS),
  text: z.unknown().transform((text) => plainText(text, MAX_MOMENT_TEXT)),
  /** The correction of the notes that it is about. */
  correctionId: z.unknown().transform((id) => idOf(id) || null),
  by: z.enum(['mentor', 'student']),
});
export type Moment = z.infer<typeof Moment> & { readonly id: string };

const PREFIX = 'moment:';

export const keyOfMoment = (id: string): string => `${PREFIX}${id}`;

/**
 * Those of a part of the document: in the order of the takes in `recordingIds`, of no other take, and within one in the order of
 * time. Without `recordingIds` those of any take, in the order of time.
 */
export function readMoments(entries: Iterable<[string, unknown]>, recordingIds?: readonly string[]): Moment[] {
  const moments: Moment[] = [];
  for (const [key, value] of entries) {
    if (moments.length >= MAX_MOMENTS) break;
    const moment = key.startsWith(PREFIX) ? Moment.safeParse(value).data : undefined;
    const isWanted = moment && (recordingIds?.includes(moment.recordingId) ?? true);
    if (isWanted) moments.push({ ...moment, id: key.slice(PREFIX.length) });
  }
  const rank = ({ recordingId }: Moment) => recordingIds?.indexOf(recordingId) ?? 0;
  return moments.sort((one, other) => rank(one) - rank(other) || one.atMs - other.atMs || (one.id < other.id ? -1 : 1));
}
