import { Injectable } from '@nestjs/common';
import { RoomsService } from '../../rooms/rooms.service';
import { SeatRelay } from '../seat-relay';
import type { Handlers } from '../socket-types';

/** Relays offers, answers, candidates and the wish for a new connection, which it neither reads nor keeps. */
@Injectable()
export class NegotiationHandler {
  constructor(
    private readonly rooms: RoomsService,
    private readonly relay: SeatRelay,
  ) {}

  readonly handlers: Handlers<'signal:description' | 'signal:candidate' | 'signal:renew'> = {
    'signal:description': (socket, { to: toPeerId, connection, description, commitment }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      return this.relay.send(to, 'signal:description', { from: from.peerId, connection, description, commitment });
    },

    'signal:candidate': (socket, { to: toPeerId, connection, candidate }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      return this.relay.send(to, 'signal:candidate', { from: from.peerId, connection, candidate });
    },

    'signal:renew': (socket, { to: toPeerId, connection }) => {
      const { from, to } = this.rooms.route(socket.id, toPeerId);
      return this.relay.send(to, 'signal:renew', { from: from.peerId, connection });
    },
  };
}
