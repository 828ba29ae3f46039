import { Injectable } from '@nestjs/common';
import { RoomsService } from '../../rooms/rooms.service';
import type { Handlers } from '../socket-types';

/**
 * Relays offers, answers and candidates, which it neither reads nor keeps. Seats are this node's own, so the socket is
 * reached directly, without a round through the adapter.
 */
@Injectable()
export class NegotiationHandler {
  constructor(private readonly rooms: RoomsService) {}

  readonly handlers: Handlers<'signal:description' | 'signal:candidate'> = {
    'signal:description': (socket, { to: toPeerId, description }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      socket.nsp.sockets.get(to.connectionId)?.emit('signal:description', { from: from.peerId, description });
      return {};
    },

    'signal:candidate': (socket, { to: toPeerId, candidate }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      socket.nsp.sockets.get(to.connectionId)?.emit('signal:candidate', { from: from.peerId, candidate });
      return {};
    },
  };
}
