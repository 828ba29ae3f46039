import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { useStoredTake } from '../hooks/use-stored-take';
import { createAnswerTakes } from '../recorder/browser/create-answer-takes';
import { examsKey } from './exam-queries';

/** What was recorded to its end on this device, and has not arrived, goes on while the page is there. */
export function useTakesOnTheirWay(): void {
  const { id } = useUser();
  const client = useQueryClient();
  const refresh = useStoredTake();
  const [takes] = useState(() => createAnswerTakes(id));
  useEffect(() => {
    let last = takes.getSnapshot().stored;
    const unsubscribe = takes.subscribe(() => {
      const { stored } = takes.getSnapshot();
      if (!stored || stored === last) return;
      last = stored;
      void client.invalidateQueries({ queryKey: examsKey });
      refresh(stored);
    });
    takes.open().catch(reportError);
    return () => {
      unsubscribe();
      takes.close();
    };
  }, [takes, client, refresh]);
}
