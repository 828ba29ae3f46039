import type { ScriptSummary } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { receiveScript } from '../script/script-cache';
import { restoreScript } from '../script/script-queries';
import type { Filters } from './filters';
import { libraryQuery, withoutScript } from './library-query';

/** Brings a deleted script back; the list loses it at once, without being fetched again page by page. */
export function useRestore(filters: Filters) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ScriptSummary) => restoreScript(id),
    onSuccess: (script) => {
      receiveScript(client, script.question.id, script);
      client.setQueryData(libraryQuery(filters).queryKey, (pages) => withoutScript(pages, script.id));
    },
  });
}

export type Restore = ReturnType<typeof useRestore>;
