import type { Correction, CorrectionOutcome } from '@ieum/signaling-protocol';
import type { Doc } from 'yjs';
import { listCorrections } from '../corrections/list-corrections';

/** A correction that was suggested in the room, as a feedback takes it. */
export type SuggestedCorrection = Correction & { readonly outcome: CorrectionOutcome; readonly sourceId: string };

/** What was corrected in the room, in the order of time. What changes nothing but spaces and lines is left out. */
export function readCorrections(doc: Doc): SuggestedCorrection[] {
  return listCorrections(doc)
    .filter(({ before, after }) => before.trim() !== after.trim())
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ id, state, before, after, category, comment }) => ({
      before,
      after,
      category,
      comment,
      outcome: state,
      sourceId: id,
    }));
}
