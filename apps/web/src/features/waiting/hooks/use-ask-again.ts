import { ConsultResponse } from '@ieum/api-contract';
import type { CreateConsultRequest } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { receiveConsult } from '../../../shared/consult/consult-queries';
import { apiRequest } from '../../../shared/lib/api-client';

/** The same request once more; however often it is pressed, it makes one consult. */
export function useAskAgain(consult: Consult, onOpen: (consult: Consult) => void) {
  const client = useQueryClient();
  const [requestId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async () => {
      const { kind, topic, language, message } = consult;
      const body: CreateConsultRequest = { requestId, kind, topic, language, message };
      return apiRequest({ method: 'POST', path: '/api/consults', body, response: ConsultResponse });
    },
    onSuccess: ({ consult: opened }) => {
      receiveConsult(client, opened);
      onOpen(opened);
    },
  });
}
