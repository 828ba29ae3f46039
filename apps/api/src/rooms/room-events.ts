import { EventEmitter } from 'node:events';
import type { DepartureReason, RoomPeer } from '@ieum/signaling-protocol';
import type { Seat } from './room-registry';

/** What the holder of a seat on this node has to be told. */
export class RoomEvents extends EventEmitter<{
  joined: [to: Seat, peer: RoomPeer];
  left: [to: Seat, peerId: string, reason: DepartureReason];
  replaced: [to: Seat];
}> {}
