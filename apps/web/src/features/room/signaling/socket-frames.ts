import { fromBase64, toBase64 } from '../../../shared/lib/base64';
import type { RoomConnection } from '../session/room-connection';
import type { FrameRelay } from './frame-relay';

/** Frames to and from a peer of the room over the socket. */
export const socketFrames = (connection: RoomConnection, peerId: string): FrameRelay => ({
  send: async (frame) => void (await connection.request('document:frame', { to: peerId, frame: toBase64(frame) })),
  subscribe: (listener) =>
    connection.on('document:frame', ({ from, frame }) => {
      if (from === peerId) listener(fromBase64(frame).buffer);
    }),
});
