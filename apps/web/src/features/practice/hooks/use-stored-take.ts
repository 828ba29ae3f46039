import type { Recording } from '@ieum/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { takesQuery } from '../practice-queries';
import { libraryKey } from '../script/script-cache';
import { scriptQuery } from '../script/script-queries';

/** What is to be asked for anew once the server has another take. */
export function useStoredTake(): (take: Recording) => void {
  const client = useQueryClient();
  return useCallback(
    (take) => {
      // The first take makes the script, too.
      for (const { queryKey } of [takesQuery(take.questionId), scriptQuery(take.questionId)]) {
        void client.invalidateQueries({ queryKey });
      }
      client.removeQueries({ queryKey: libraryKey, type: 'inactive' });
    },
    [client],
  );
}
