import type { Feedback } from '@ieum/signaling-protocol';
import type { Autosave, SavedThing } from '../../shared/autosave/autosave';
import { deviceSlot } from '../../shared/autosave/device-slot';
import { emptyContent, KeptDraft, sameContent, toContent, toRequest } from './draft-content';
import type { DraftContent } from './draft-content';

export type DraftAutosave = Autosave<DraftContent, Feedback>;
export type SavedDraft = SavedThing<DraftContent, Feedback>;

/** What a draft is, wherever it is saved. */
export const draftThing = {
  contentOf: toContent,
  versionOf: ({ version }: Feedback) => version,
  same: sameContent,
  nothing: emptyContent,
} as const;

/** Keeps an unsaved draft on this device, one a consult. */
export function keptDraft(consultId: string): SavedDraft['keep'] {
  const slot = deviceSlot(`ieum.feedback-draft.${consultId}`, KeptDraft);
  return {
    read: () => {
      const kept = slot.read();
      return kept && { version: kept.version, content: toContent(kept) };
    },
    write: ({ version, content }) => slot.write(toRequest(content, version)),
    clear: slot.clear,
  };
}
