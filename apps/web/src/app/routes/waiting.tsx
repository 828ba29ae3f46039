import type { Consult } from '@ieum/signaling-protocol';
import { useCallback } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { ClosedView } from '../../features/waiting/components/closed-view';
import { MatchedView } from '../../features/waiting/components/matched-view';
import { WaitingView } from '../../features/waiting/components/waiting-view';
import { ReadyCheckCard } from '../../features/ready-check/components/ready-check-card';
import { keptReadiness } from '../../features/ready-check/kept-readiness';
import { rememberForAsking } from '../../features/ask/remember-for-asking';
import { closedTitle } from '../../features/waiting/closed-text';
import { waitingMessages } from '../../features/waiting/messages';
import { useConsult } from '../../shared/consult/use-consult';
import { useMessages } from '../../shared/i18n/use-messages';
import { ErrorState } from '../../shared/ui/error-state';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { useClosedMeeting } from '../closed-meeting';
import { paths } from '../paths';
import { placeOf } from '../place-of';
import { usePrepareRoom } from '../use-preload-room';

/** The wait, from the request to the room or to the next try. */
export function WaitingRoute() {
  const { consultId } = useParams<{ consultId: string }>();
  const m = useMessages(waitingMessages);
  const consult = useConsult(consultId);
  if (!consult.data) {
    return (
      <Page title={m.title}>
        {consult.error ? <ErrorState error={consult.error} onRetry={() => void consult.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return <Wait consult={consult.data} />;
}

function Wait({ consult }: { readonly consult: Consult }) {
  const m = useMessages(waitingMessages);
  const [, navigate] = useLocation();
  const closed = useClosedMeeting();
  usePrepareRoom(consult);
  const roomPath = paths.room(consult.id);
  const openRoom = useCallback(() => navigate(roomPath, { replace: true }), [navigate, roomPath]);
  if (consult.role === 'mentor') return <Redirect to={placeOf(consult)} replace />;
  switch (consult.status) {
    case 'waiting':
      return (
        <Page title={m.title}>
          <WaitingView consult={consult} readyCheck={<ReadyCheckCard consult={consult} student titled />} />
        </Page>
      );
    case 'matched':
      return (
        <Page title={m.title} documentTitle={`● ${m.tabMatched}`}>
          <MatchedView onOpenRoom={openRoom} />
        </Page>
      );
    case 'cancelled':
    case 'expired':
      return (
        // Another page than the wait's: its heading takes the focus, which is how a screen reader is told.
        <Page key={consult.status} title={closedTitle(m, consult)}>
          <ClosedView
            consult={consult}
            closedBy={closed?.closedBy ?? null}
            readinessNow={() => keptReadiness(consult.kind)}
            onOpen={(opened) => navigate(placeOf(opened), { replace: true })}
            onChange={() => {
              rememberForAsking(consult);
              navigate(paths.ask);
            }}
          />
        </Page>
      );
    case 'live':
    case 'ended':
      return <Redirect to={placeOf(consult)} replace />;
  }
}
