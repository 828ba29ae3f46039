import { ConsultResponse, CurrentConsults } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { apiRequest } from '../lib/api-client';

export const consultKeys = {
  all: ['consults'],
  one: (consultId: string) => ['consults', 'one', consultId],
  action: (consultId: string, action: 'cancel' | 'end') => ['consults', 'action', consultId, action],
  current: ['consults', 'current'],
  history: ['consults', 'history'],
} as const;

/** Of two views of one consult the newer one, whatever order they arrived in. */
const newerConsult = (known: Consult | undefined, arrived: Consult): Consult =>
  known && known.id === arrived.id && known.revision > arrived.revision ? known : arrived;

export const consultQuery = (consultId: string) =>
  queryOptions({
    queryKey: consultKeys.one(consultId),
    queryFn: async ({ signal, client }) => {
      const path = `/api/consults/${encodeURIComponent(consultId)}`;
      const { consult } = await apiRequest({ method: 'GET', path, response: ConsultResponse, signal });
      return newerConsult(client.getQueryData<Consult>(consultKeys.one(consultId)), consult);
    },
  });

export const currentConsultsQuery = queryOptions({
  queryKey: consultKeys.current,
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/consults/current', response: CurrentConsults, signal }),
  // Which consult is open changes elsewhere, too: never answer from memory alone.
  staleTime: 0,
});

/** Puts a consult that a push or an answer brought into the cache; what lists consults is fetched again when shown. */
export function receiveConsult(client: QueryClient, consult: Consult): void {
  client.setQueryData<Consult>(consultKeys.one(consult.id), (known) => newerConsult(known, consult));
  void client.invalidateQueries({ queryKey: consultKeys.current });
  void client.invalidateQueries({ queryKey: consultKeys.history });
}
