import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { DegradedPart } from '@ieum/signaling-protocol';
import { sessionStore } from '../lib/session-store';
import type { ConnectionStatus } from './connection-status';
import { DegradedParts } from './degraded-parts';
import { SocketConnection } from './socket-connection';
import { createSocket } from './socket-io';

interface Realtime {
  readonly connection: SocketConnection;
  readonly degraded: DegradedParts;
}

const RealtimeContext = createContext<Realtime | null>(null);

function createRealtime(): Realtime {
  const connection = new SocketConnection(sessionStore, {
    createSocket,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    reportError: (error) => window.reportError(error),
  });
  return { connection, degraded: new DegradedParts(connection) };
}

/** Holds the connection of the signed-in user for as long as it is mounted. */
export function RealtimeProvider({ children }: { readonly children: ReactNode }) {
  const [realtime] = useState(createRealtime);
  const { connection } = realtime;
  useEffect(() => {
    const lost = () => connection.networkLost();
    const back = () => connection.networkBack();
    const wake = () => document.visibilityState === 'visible' && connection.networkBack();
    connection.open();
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', wake);
      connection.close();
    };
  }, [connection]);
  return <RealtimeContext value={realtime}>{children}</RealtimeContext>;
}

function useProvided(): Realtime {
  const realtime = use(RealtimeContext);
  if (!realtime) throw new Error('useRealtime needs a RealtimeProvider above it');
  return realtime;
}

export const useRealtime = (): SocketConnection => useProvided().connection;

export function useConnectionStatus(): ConnectionStatus {
  const connection = useRealtime();
  return useSyncExternalStore(connection.subscribeStatus, connection.getStatus);
}

/** What of the service works less well now. */
export function useDegradedParts(): readonly DegradedPart[] {
  const { degraded } = useProvided();
  return useSyncExternalStore(degraded.subscribe, degraded.getSnapshot);
}
