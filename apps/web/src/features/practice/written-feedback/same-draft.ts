import type { DraftContent } from './draft-content';

export const sameDraft = (a: DraftContent, b: DraftContent): boolean =>
  a.text === b.text &&
  a.comment === b.comment &&
  a.moments.length === b.moments.length &&
  a.moments.every((moment, index) => {
    const other = b.moments[index];
    return moment.recordingId === other?.recordingId && moment.atMs === other.atMs && moment.text === other.text;
  });
