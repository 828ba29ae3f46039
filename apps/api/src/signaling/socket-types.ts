import type {
  ClientToServerEvents,
  RequestName,
  RequestOf,
  ResponseOf,
  ServerToClientEvents,
} from '@ieum/signaling-protocol';
import type { Server, Socket } from 'socket.io';
import type { AuthUser } from '../auth/auth-user';
import type { RateLimits } from './rate-limit';

/** What the server keeps with a socket. Absent parts are made when they are first needed: idle sockets stay small. */
export interface SocketData {
  user: AuthUser;
  limits?: RateLimits;
  /** Settles once everything that this socket enters or leaves in turn is done. */
  turn?: Promise<unknown>;
}

type NoEvents = Record<never, never>;
export type SignalingServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
export type SignalingSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

type Handler<Name extends RequestName> = (
  socket: SignalingSocket,
  request: RequestOf<Name>,
) => ResponseOf<Name> | Promise<ResponseOf<Name>>;

/** Handlers of some requests. All of them together must cover the contract, or the gateway does not compile. */
export type Handlers<Names extends RequestName> = { readonly [Name in Names]: Handler<Name> };

/** Rooms of Socket.IO (not of Ieum), one namespace of words each. */
export const userChannel = (userId: string) => `user:${userId}`;
export const listChannel = (viewKey: string) => `list:${viewKey}`;
