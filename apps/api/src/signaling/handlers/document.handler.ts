import { Injectable } from '@nestjs/common';
import { RoomsService } from '../../rooms/rooms.service';
import { SeatRelay } from '../seat-relay';
import type { Handlers } from '../socket-types';

/** Relays frames of a room's document while its members have no channel of their own. It neither reads nor keeps them. */
@Injectable()
export class DocumentHandler {
  constructor(
    private readonly rooms: RoomsService,
    private readonly relay: SeatRelay,
  ) {}

  readonly handlers: Handlers<'document:frame'> = {
    'document:frame': (socket, { to: toPeerId, frame }) => {
      const { from, to } = this.rooms.routeDocument(socket.id, toPeerId);
      return this.relay.send(to, 'document:frame', { from: from.peerId, frame });
    },
  };
}
