import { Injectable } from '@nestjs/common';
import { RoomsService } from '../../rooms/rooms.service';
import type { Handlers } from '../socket-types';

/**
 * Relays offers, answers, candidates and the wish for a new connection, which it neither reads nor keeps. Seats are this node's own, so the socket is
 * reached directly, without a round through the adapter.
 */
@Injectable()
export class NegotiationHandler {
  constructor(private readonly rooms: RoomsService) {}

  readonly handlers: Handlers<'signal:description' | 'signal:candidate' | 'signal:renew'> = {
    'signal:description': (socket, { to: toPeerId, connection, description, commitment }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      socket.nsp.sockets
        .get(to.connectionId)
        ?.emit('signal:description', { from: from.peerId, connection, description, commitment });
      return {};
    },

    'signal:candidate': (socket, { to: toPeerId, connection, candidate }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      socket.nsp.sockets.get(to.connectionId)?.emit('signal:candidate', { from: from.peerId, connection, candidate });
      return {};
    },

    'signal:renew': (socket, { to: toPeerId, connection }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      socket.nsp.sockets.get(to.connectionId)?.emit('signal:renew', { from: from.peerId, connection });
      return {};
    },
  };
}
