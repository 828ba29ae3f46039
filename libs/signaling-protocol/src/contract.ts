import type { z } from 'zod';
import type { Ack } from './ack';
import type { PushEvent, RequestEvent } from './define-event';
import { callRequests } from './events/call';
import { consultPushes, consultRequests } from './events/consults';
import { documentPushes, documentRequests } from './events/document';
import { negotiationPushes, negotiationRequests } from './events/negotiation';
import { roomPushes, roomRequests } from './events/room';
import { servicePushes } from './events/service';
import { sessionPushes, sessionRequests } from './events/session';

/** Everything a client may ask on the socket, by event name. */
export const REQUESTS = {
  ...sessionRequests,
  ...consultRequests,
  ...roomRequests,
  ...negotiationRequests,
  ...documentRequests,
  ...callRequests,
} satisfies Record<string, RequestEvent>;

/** Everything the server may push, by event name. */
export const PUSHES = {
  ...sessionPushes,
  ...servicePushes,
  ...consultPushes,
  ...roomPushes,
  ...negotiationPushes,
  ...documentPushes,
} satisfies Record<string, PushEvent>;

export type RequestName = keyof typeof REQUESTS;
export type RequestOf<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['request']>;
export type ResponseOf<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['response']>;

export type PushName = keyof typeof PUSHES;
export type PushOf<Name extends PushName> = z.infer<(typeof PUSHES)[Name]['payload']>;

/** Socket.IO's event map from client to server. */
export type ClientToServerEvents = {
  [Name in RequestName]: (request: RequestOf<Name>, ack: (answer: Ack<ResponseOf<Name>>) => void) => void;
};

/** Socket.IO's event map from server to client. */
export type ServerToClientEvents = {
  [Name in PushName]: (payload: PushOf<Name>) => void;
};
