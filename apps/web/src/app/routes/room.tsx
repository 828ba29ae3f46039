import { useEffect, useState } from 'react';
import { Redirect, useParams } from 'wouter';
import { RoomScreen } from '../../features/room/components/room-screen';
import { forgetRoom } from '../../features/room/session/room-storage';
import { useCancelledHere, useConsult } from '../../shared/consult/use-consult';
import { ErrorState } from '../../shared/ui/error-state';
import { Loading } from '../../shared/ui/loading';
import { closedMeeting } from '../closed-meeting';
import { paths } from '../paths';
import { placeOf } from '../place-of';

export { visitsAhead } from '../../features/room/session/visits-ahead';

/** The room of a consult while it is open; before and after that, the page where its member belongs. */
export function RoomRoute() {
  const { consultId } = useParams<{ consultId: string }>();
  const consult = useConsult(consultId);
  const status = consult.data?.status;
  const over = status === 'ended' || status === 'cancelled' || status === 'expired';
  const cancelledHere = useCancelledHere(consultId);
  const [wasOpen, setWasOpen] = useState(false);
  if (!wasOpen && (status === 'matched' || status === 'live')) setWasOpen(true);
  useEffect(() => {
    if (over) forgetRoom(consultId);
  }, [over, consultId]);
  if (!consult.data) {
    return consult.error ? <ErrorState error={consult.error} onRetry={() => void consult.refetch()} /> : <Loading />;
  }
  if (over || status === 'waiting') {
    const closed = wasOpen ? closedMeeting(consult.data, cancelledHere) : null;
    return <Redirect to={placeOf(consult.data)} replace state={closed} />;
  }
  return <RoomScreen consult={consult.data} historyHref={paths.history} />;
}
