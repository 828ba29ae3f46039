import { ConsultResponse } from '@ieum/api-contract';
import type { CreateConsultRequest } from '@ieum/api-contract';
import type { Consult, Readiness } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { receiveConsult } from '../../../shared/consult/consult-queries';
import { apiRequest } from '../../../shared/lib/api-client';

interface AskAgainOptions {
  readonly consult: Consult;
  readonly readinessNow: () => Readiness | null;
  readonly onOpen: (consult: Consult) => void;
}

/** The same request once more; however often it is pressed, it makes one consult. */
export function useAskAgain({ consult, readinessNow, onOpen }: AskAgainOptions) {
  const client = useQueryClient();
  const [requestId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async () => {
      const { kind, topic, language, message } = consult;
      const readiness = readinessNow();
      const body: CreateConsultRequest = { requestId, kind, topic, language, message, readiness };
      return apiRequest({ method: 'POST', path: '/api/consults', body, response: ConsultResponse });
    },
    onSuccess: ({ consult: opened }) => {
      receiveConsult(client, opened);
      onOpen(opened);
    },
  });
}
