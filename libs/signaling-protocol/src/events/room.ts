import { z } from 'zod';
import { definePush, defineRequest } from '../define-event';
import { ConsultId, PeerId, Timestamp } from '../ids';
import { Consult } from '../views/consult';
import { ConsultRole } from '../words';

/** Another peer of the room, and the part the receiver plays towards it in perfect negotiation (W3C WebRTC 10.7). */
export const RoomPeer = z.object({
  peerId: PeerId,
  nickname: z.string(),
  role: ConsultRole,
  /** Whether the receiver is the polite one of the pair. The two sides always get opposite values. */
  polite: z.boolean(),
});
export type RoomPeer = z.infer<typeof RoomPeer>;

/** Why a peer is gone: it left, its socket was lost (its media may well go on), or its user opened another tab. */
export const DepartureReason = z.enum(['left', 'disconnected', 'replaced']);
export type DepartureReason = z.infer<typeof DepartureReason>;

export const roomRequests = {
  /**
   * Enters the private room of a matched or live consult. With the `peerId` of an earlier join by the same user this
   * resumes that seat; with another one it takes the user's seat over and the earlier tab gets `room:replaced`.
   * `resume` says that the tab was here before: it then never takes a seat over, but is refused with `rooms/replaced`.
   */
  'room:join': defineRequest(
    z.object({ consultId: ConsultId, peerId: PeerId, resume: z.boolean().optional() }),
    z.object({ consult: Consult, peers: z.array(RoomPeer), now: Timestamp }),
  ),
  'room:leave': defineRequest(z.object({}), z.object({})),
};

export const roomPushes = {
  'room:peer-joined': definePush(z.object({ peer: RoomPeer })),
  'room:peer-left': definePush(z.object({ peerId: PeerId, reason: DepartureReason })),
  /** The receiver's user entered this room from another tab or device, which has the seat now. */
  'room:replaced': definePush(z.object({ consultId: ConsultId })),
};
