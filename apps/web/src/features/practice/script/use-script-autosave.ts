import type { Script } from '@ieum/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAutosave } from '../../../shared/autosave/use-autosave';
import { useUser } from '../../../shared/hooks/use-user';
import { savedScript } from './saved-script';

/** The autosaved text for one question; what another device saved meanwhile is taken over as long as nothing is unsaved here. */
export function useScriptAutosave(questionId: string, stored: Script | null) {
  const client = useQueryClient();
  const { id: userId } = useUser();
  const { autosave, snapshot } = useAutosave(() => savedScript(client, { userId, questionId }), stored);
  useEffect(() => {
    if (stored) autosave.receive(stored);
  }, [autosave, stored]);
  return { autosave, snapshot };
}
