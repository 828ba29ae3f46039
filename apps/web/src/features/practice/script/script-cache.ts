import type { QuestionScriptResponse, Script } from '@ieum/api-contract';
import type { QueryClient } from '@tanstack/react-query';

export const scriptKey = (questionId: string) => ['practice', 'script', questionId] as const;

/** Below it is every page of the library. */
export const libraryKey = ['practice', 'scripts'] as const;

/** Puts a script that an answer brought into the cache. Answers still on their way are older, and so are lists. */
export function receiveScript(client: QueryClient, questionId: string, script: Script | null): void {
  const queryKey = scriptKey(questionId);
  void client.cancelQueries({ queryKey });
  client.setQueryData<QuestionScriptResponse>(queryKey, (known) =>
    known && isNewer(known.script, script) ? known : { script },
  );
  client.removeQueries({ queryKey: libraryKey, type: 'inactive' });
}

const isNewer = (known: Script | null, arrived: Script | null): boolean =>
  known !== null && known.id === arrived?.id && known.revision > arrived.revision;
