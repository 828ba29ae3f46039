import { ConsultResponse } from '@ieum/api-contract';
import type { CreateConsultRequest } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { currentConsultsQuery, receiveConsult } from '../../../shared/consult/consult-queries';
import { ApiError } from '../../../shared/lib/api-error';
import { apiRequest } from '../../../shared/lib/api-client';

const CLOSED: ReadonlySet<Consult['status']> = new Set(['ended', 'cancelled', 'expired']);

async function create(body: CreateConsultRequest): Promise<Consult> {
  const { consult } = await apiRequest({ method: 'POST', path: '/api/consults', body, response: ConsultResponse });
  return consult;
}

interface CreateOptions {
  /** When another one is open already (another tab, a lost answer), that one is the result. */
  readonly orGoOn: boolean;
}

/** Sends the request. */
export function useCreateConsult(onOpen: (consult: Consult) => void, { orGoOn }: CreateOptions = { orGoOn: true }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateConsultRequest): Promise<Consult> => {
      try {
        const consult = await create(body);
        // An earlier answer was lost, and that consult is over by now: this is a new request with the same words.
        return CLOSED.has(consult.status) ? await create({ ...body, requestId: crypto.randomUUID() }) : consult;
      } catch (error) {
        if (!orGoOn || !(error instanceof ApiError) || error.code !== 'consults/student-has-open') throw error;
        const { asStudent } = await client.fetchQuery(currentConsultsQuery);
        if (!asStudent) throw error;
        return asStudent;
      }
    },
    onSuccess: (consult) => {
      receiveConsult(client, consult);
      onOpen(consult);
    },
  });
}
