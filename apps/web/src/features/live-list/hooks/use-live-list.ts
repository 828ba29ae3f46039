import type { ListCard } from '@ieum/signaling-protocol';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { serverClock } from '../../../shared/lib/server-clock';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import { LiveListFollower } from '../live-list-follower';

/** The live list, followed for as long as the page is open. */
export function useLiveList(onArrival: (cards: readonly ListCard[]) => void) {
  const connection = useRealtime();
  const [follower] = useState(
    () =>
      new LiveListFollower({
        connection,
        setTimer: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        onServerTime: (timestamp) => serverClock.sync(timestamp),
        onError: (error) => reportError(error),
      }),
  );
  useEffect(() => follower.onArrival(onArrival), [follower, onArrival]);
  useEffect(() => {
    follower.start();
    return () => follower.stop();
  }, [follower]);
  const { list, error } = useSyncExternalStore(follower.subscribe, follower.getSnapshot);
  return { state: list, error, dispatch: follower.dispatch, retry: follower.retry };
}
