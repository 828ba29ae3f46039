import type { Script, ScriptVersion } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScriptAutosave } from './saved-script';
import { receiveScript } from './script-cache';
import { deleteVersion, keepVersion, restoreVersion, versionsQuery } from './script-queries';

/** What became of what was done with versions. */
export type VersionNews =
  | { readonly kind: 'kept' | 'undone' | 'unsaved' | 'removed' }
  /** `undoes`: the version that the text was before. */
  | { readonly kind: 'restored'; readonly version: ScriptVersion; readonly undoes: number | null };

type Deed =
  | { readonly kind: 'keep' }
  | { readonly kind: 'restore'; readonly version: ScriptVersion }
  | { readonly kind: 'undo' | 'remove'; readonly number: number };

/** Versions are made of what is on the server: each deed saves first what is typed. */
export function useVersions(script: Script, autosave: ScriptAutosave) {
  const client = useQueryClient();
  const { queryKey } = versionsQuery(script.id);

  const bringBack = async (number: number): Promise<readonly ScriptVersion[]> => {
    const restored = await restoreVersion(script.id, number);
    receiveScript(client, restored.question.id, restored);
    autosave.receive(restored);
    return client.fetchQuery({ ...versionsQuery(script.id), staleTime: 0 });
  };

  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (deed: Deed): Promise<VersionNews> => {
      if (deed.kind === 'remove') {
        client.setQueryData(queryKey, await deleteVersion(script.id, deed.number));
        return { kind: 'removed' };
      }
      if (!(await autosave.flush())) return { kind: 'unsaved' };
      switch (deed.kind) {
        case 'keep':
          client.setQueryData(queryKey, await keepVersion(script.id));
          return { kind: 'kept' };
        case 'restore': {
          const before = autosave.getSnapshot().content;
          const versions = await bringBack(deed.version.number);
          const undoes = versions.find(({ text }) => text === before)?.number ?? null;
          return { kind: 'restored', version: deed.version, undoes };
        }
        case 'undo':
          await bringBack(deed.number);
          return { kind: 'undone' };
      }
    },
  });
  return {
    news: data ?? null,
    error,
    busy: isPending,
    keep: () => mutate({ kind: 'keep' }),
    restore: (version: ScriptVersion) => mutate({ kind: 'restore', version }),
    undo: (number: number) => mutate({ kind: 'undo', number }),
    remove: (number: number) => mutate({ kind: 'remove', number }),
  };
}
