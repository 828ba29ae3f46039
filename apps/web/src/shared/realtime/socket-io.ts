import { io } from 'socket.io-client';
import type { ClientSocket, HandshakeAuth } from './connection-status';

/** A Socket.IO client of this origin: WebSocket only, and reconnecting is left to the connection. */
export function createSocket(auth: () => HandshakeAuth): ClientSocket {
  return io({
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
    auth: (take: (auth: object) => void) => take(auth()),
  });
}
