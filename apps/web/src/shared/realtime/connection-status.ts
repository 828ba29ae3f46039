import type { ApiErrorCode } from '../lib/api-error';

export type ConnectionStatus =
  | { readonly state: 'connecting' | 'connected' | 'reconnecting' }
  /** The server will not have this tab; reconnecting would not help. */
  | { readonly state: 'refused'; readonly code: ApiErrorCode };

/** The part of a Socket.IO client socket that the connection uses. */
export interface ClientSocket {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, listener: (...args: never[]) => void): unknown;
  timeout(ms: number): {
    emit(event: string, payload: unknown, ack: (error: Error | null, answer: unknown) => void): unknown;
  };
}

export interface HandshakeAuth {
  readonly token: string;
  readonly protocol: number;
}

/** The outside world as the connection needs it. */
export interface ConnectionPorts {
  /** Makes a socket that is not connected, does not reconnect by itself and asks `auth` at every attempt. */
  createSocket(auth: () => HandshakeAuth): ClientSocket;
  setTimer(run: () => void, ms: number): () => void;
  /** From 0 to 1. */
  random(): number;
  reportError(error: unknown): void;
}
