import { ConsultResponse } from '@ieum/api-contract';
import type { CarryPractice, CreateConsultRequest } from '@ieum/api-contract';
import type { Consult, Readiness } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { carriedPracticeQuery } from '../../../shared/consult/carried-practice-query';
import { receiveConsult } from '../../../shared/consult/consult-queries';
import { apiRequest } from '../../../shared/lib/api-client';

interface AskAgainOptions {
  readonly consult: Consult;
  readonly readinessNow: () => Readiness | null;
  readonly onOpen: (consult: Consult) => void;
}

async function carriedBy(client: QueryClient, consultId: string): Promise<CarryPractice | null> {
  const practice = await client.fetchQuery(carriedPracticeQuery(consultId));
  if (!practice) return null;
  const recordingIds = practice.takes.map(({ recording }) => recording.id);
  return { scriptId: practice.script.id, recordingIds, shownBefore: false };
}

/** The same request once more; however often it is pressed, it makes one consult. */
export function useAskAgain({ consult, readinessNow, onOpen }: AskAgainOptions) {
  const client = useQueryClient();
  const [requestId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async () => {
      const { kind, topic, language, message } = consult;
      const readiness = readinessNow();
      // What went along goes along again, to whoever accepts: shown before it is only where the student says so.
      const practice = kind === 'speaking' ? await carriedBy(client, consult.id) : null;
      const body: CreateConsultRequest = { requestId, kind, topic, language, message, readiness, practice };
      return apiRequest({ method: 'POST', path: '/api/consults', body, response: ConsultResponse });
    },
    onSuccess: ({ consult: opened }) => {
      receiveConsult(client, opened);
      onOpen(opened);
    },
  });
}
