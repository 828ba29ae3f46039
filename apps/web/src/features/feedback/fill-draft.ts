import type { SuggestedCorrection } from '../../shared/consult-document/read-corrections';
import { ROWS_MAX } from './draft-content';
import type { DraftContent, DraftRow } from './draft-content';

/**
 * The draft with what was corrected in the room: each correction once, and none that the mentor took out. Words that
 * are there already stay as they are, for the mentor may have changed them; what became of a correction is told anew.
 * The same object when there is nothing to add.
 */
export function fillDraft(content: DraftContent, suggested: readonly SuggestedCorrection[]): DraftContent {
  const byId = new Map(suggested.map((correction) => [correction.sourceId, correction]));
  const rows = content.corrections.map((row) => {
    const outcome = byId.get(row.sourceId ?? '')?.outcome;
    return outcome && outcome !== row.outcome ? { ...row, outcome } : row;
  });
  const there = new Set([...content.dismissed, ...rows.map(({ sourceId }) => sourceId)]);
  const added = suggested
    .filter(({ sourceId }) => !there.has(sourceId))
    .slice(0, Math.max(0, ROWS_MAX - rows.length))
    .map((correction): DraftRow => ({ ...correction, key: `room-${correction.sourceId}` }));
  const isSame = added.length === 0 && rows.every((row, index) => row === content.corrections[index]);
  return isSame ? content : { ...content, corrections: [...rows, ...added] };
}
