import type { Consult, EarlyOffer } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { receiveConsult } from '../../../shared/consult/consult-queries';
import { ApiError } from '../../../shared/lib/api-error';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import type { GoneReason } from '../live-list-state';

interface AcceptOptions {
  /** With what the student's tab left for whoever accepts. */
  readonly onAccepted: (consult: Consult, offer: EarlyOffer | null) => void;
  /** Somebody else was quicker, or the request is gone. */
  readonly onLost: (consultId: string, reason: GoneReason) => void;
}

const LOST: Readonly<Record<string, GoneReason>> = {
  'consults/already-matched': 'matched',
  'consults/not-open': 'unknown',
  'consults/not-found': 'unknown',
};

/** Takes a waiting consult. A lost race is no failure: the card says so. Other refusals stay beside their card. */
export function useAccept({ onAccepted, onLost }: AcceptOptions) {
  const realtime = useRealtime();
  const client = useQueryClient();
  const [failed, setFailed] = useState<{ consultId: string; error: unknown } | null>(null);
  const mutation = useMutation({
    mutationFn: (consultId: string) => realtime.request('consult:accept', { consultId }),
    onMutate: () => setFailed(null),
    onSuccess: ({ consult, offer }) => {
      receiveConsult(client, consult);
      onAccepted(consult, offer);
    },
    onError: (error, consultId) => {
      const reason = error instanceof ApiError ? LOST[error.code] : undefined;
      if (reason) onLost(consultId, reason);
      else setFailed({ consultId, error });
    },
  });
  return {
    accept: mutation.mutate,
    acceptingId: mutation.isPending ? mutation.variables : null,
    errorOf: (consultId: string): unknown => (failed?.consultId === consultId ? failed.error : null),
  };
}
