import { ConsultResponse } from '@ieum/api-contract';
import type { SetReadinessRequest } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { receiveConsult } from '../../../shared/consult/consult-queries';
import { apiRequest } from '../../../shared/lib/api-client';
import { ApiError } from '../../../shared/lib/api-error';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import { keepFindings, readFindings } from '../kept-findings';
import { readinessOf } from '../readiness';
import type { Findings } from '../readiness';
import { ReadinessSender } from '../readiness-sender';
import { delayAfter } from '../sending-delay';

/**
 * What the last check of this tab came to. A request that waits is told of it, now and whenever it changes; `consult`:
 * the user's own request, where there is one.
 */
export function useReportReadiness(consult: Consult | null) {
  const [findings, setFindings] = useState(() => readFindings(sessionStorage, Date.now()));
  const take = useCallback((next: Findings) => {
    keepFindings(sessionStorage, next, Date.now());
    setFindings(next);
  }, []);
  const readiness = findings ? readinessOf(findings, consult?.kind ?? null) : undefined;
  const waitingId = consult?.status === 'waiting' ? consult.id : null;
  const sender = useSender(waitingId);
  const known = consult?.readiness ?? null;
  useEffect(() => sender?.tell(readiness, known), [sender, readiness, known]);
  return { readiness: readiness ?? null, checked: findings !== null, take };
}

function useSender(consultId: string | null): ReadinessSender | null {
  const realtime = useRealtime();
  const client = useQueryClient();
  const sender = useMemo(() => (consultId === null ? null : createSender(consultId, client)), [consultId, client]);
  useEffect(() => {
    if (!sender) return undefined;
    sender.start();
    const stop = realtime.onConnect(() => sender.retryNow());
    return () => {
      stop();
      sender.stop();
    };
  }, [sender, realtime]);
  return sender;
}

function createSender(consultId: string, client: QueryClient): ReadinessSender {
  return new ReadinessSender({
    send: async (readiness) => {
      const path = `/api/consults/${encodeURIComponent(consultId)}/readiness`;
      const body: SetReadinessRequest = { readiness };
      const { consult } = await apiRequest({ method: 'PUT', path, body, response: ConsultResponse });
      receiveConsult(client, consult);
    },
    delayAfter: (error, failures) => {
      if (!(error instanceof ApiError)) reportError(error);
      return delayAfter(error, failures);
    },
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}
