import type { Script } from '@ieum/api-contract';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { Autosave, SavedThing } from '../../../shared/autosave/autosave';
import { deviceSlot } from '../../../shared/autosave/device-slot';
import { asUser } from '../../../shared/lib/as-user';
import { receiveScript } from './script-cache';
import { loadScript, saveScript } from './script-queries';

export type ScriptAutosave = Autosave<string, Script>;

const KeptScript = z.object({ version: z.number().int().nonnegative(), content: z.string() });

interface Whose {
  readonly userId: string;
  readonly questionId: string;
}

/** The text for a question, saved while it is typed; what is unsaved stays on this device. */
export function savedScript(client: QueryClient, { userId, questionId }: Whose): SavedThing<string, Script> {
  const received = <Answer extends Script | null>(script: Answer): Answer => {
    if (script) receiveScript(client, questionId, script);
    return script;
  };
  return {
    save: async (text, revision) => received(await asUser(userId, () => saveScript(questionId, { revision, text }))),
    load: async () => received(await asUser(userId, () => loadScript(questionId))),
    contentOf: ({ text }) => text,
    versionOf: ({ revision }) => revision,
    same: (a, b) => a === b,
    nothing: '',
    // A script that was deleted in another tab is not there to be changed.
    staleCodes: ['scripts/stale-revision', 'scripts/not-found'],
    keep: deviceSlot(`ieum.script-draft.${userId}.${questionId}`, KeptScript),
  };
}
