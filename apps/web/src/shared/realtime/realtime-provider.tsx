import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { sessionStore } from '../lib/session-store';
import type { ConnectionStatus } from './connection-status';
import { SocketConnection } from './socket-connection';
import { createSocket } from './socket-io';

const RealtimeContext = createContext<SocketConnection | null>(null);

function createConnection(): SocketConnection {
  return new SocketConnection(sessionStore, {
    createSocket,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    reportError: (error) => window.reportError(error),
  });
}

/** Holds the connection of the signed-in user for as long as it is mounted. */
export function RealtimeProvider({ children }: { readonly children: ReactNode }) {
  const [connection] = useState(createConnection);
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
  return <RealtimeContext value={connection}>{children}</RealtimeContext>;
}

export function useRealtime(): SocketConnection {
  const connection = use(RealtimeContext);
  if (!connection) throw new Error('useRealtime needs a RealtimeProvider above it');
  return connection;
}

export function useConnectionStatus(): ConnectionStatus {
  const connection = useRealtime();
  return useSyncExternalStore(connection.subscribeStatus, connection.getStatus);
}
