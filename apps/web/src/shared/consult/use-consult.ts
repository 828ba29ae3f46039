import { ConsultResponse } from '@ieum/api-contract';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiRequest } from '../lib/api-client';
import { useRealtime } from '../realtime/realtime-provider';
import { consultKeys, consultQuery, receiveConsult } from './consult-queries';

/** Keeps the cache of consults at what the server pushes, and asks again after a lost connection. */
export function useConsultPushes(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    const stops = [
      realtime.on('consult:changed', ({ consult }) => receiveConsult(client, consult)),
      realtime.onConnect(() => void client.invalidateQueries({ queryKey: consultKeys.all })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [realtime, client]);
}

/** One consult of the user, kept up to date by the server's pushes. */
export function useConsult(consultId: string) {
  useConsultPushes();
  return useQuery(consultQuery(consultId));
}

/** Whether this tab cancels the consult or did so: the push may come before the answer. */
export function useCancelledHere(consultId: string): boolean {
  const statuses = useMutationState({
    filters: { mutationKey: consultKeys.action(consultId, 'cancel') },
    select: ({ state }) => state.status,
  });
  return statuses.some((status) => status === 'pending' || status === 'success');
}

/** Moves a consult on; the answer is in the cache before the caller hears of it. */
export function useConsultAction(consultId: string, action: 'cancel' | 'end') {
  const client = useQueryClient();
  return useMutation({
    mutationKey: consultKeys.action(consultId, action),
    mutationFn: () =>
      apiRequest({
        method: 'POST',
        path: `/api/consults/${encodeURIComponent(consultId)}/${action}`,
        response: ConsultResponse,
      }),
    onSuccess: ({ consult }) => receiveConsult(client, consult),
  });
}
