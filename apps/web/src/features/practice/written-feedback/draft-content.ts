import { TakeMoment } from '@ieum/api-contract';
import type { FeedbackDraft } from '@ieum/api-contract';
import { z } from 'zod';
import type { Autosave, SavedThing } from '../../../shared/autosave/autosave';
import { deviceSlot } from '../../../shared/autosave/device-slot';
import { asUser } from '../../../shared/lib/as-user';
import { loadJob, saveFeedbackDraft } from './job-queries';
import { sameDraft } from './same-draft';

/** What a mentor writes to one request. */
const DraftContent = z.object({ text: z.string(), comment: z.string(), moments: z.array(TakeMoment) });
export type DraftContent = z.infer<typeof DraftContent>;
export type FeedbackAutosave = Autosave<DraftContent, FeedbackDraft>;

const KeptDraft = z.object({ version: z.number().int().nonnegative(), content: DraftContent });

/** The draft of one request, saved while it is typed; what is unsaved stays on this device. */
export function savedDraft(userId: string, id: string): SavedThing<DraftContent, FeedbackDraft> {
  return {
    save: async (content, revision) =>
      (await asUser(userId, () => saveFeedbackDraft(id, { ...content, moments: [...content.moments], revision })))
        .draft,
    load: async () => (await asUser(userId, () => loadJob(id))).job.draft,
    contentOf: ({ text, comment, moments }) => ({ text, comment, moments }),
    versionOf: ({ revision }) => revision,
    same: sameDraft,
    nothing: { text: '', comment: '', moments: [] },
    staleCodes: ['written-feedback/stale-revision'],
    // Answered, or withdrawn: nobody can come back to this draft.
    goneCodes: ['written-feedback/not-open', 'written-feedback/not-found'],
    keep: deviceSlot(`ieum.written-draft.${userId}.${id}`, KeptDraft),
  };
}
