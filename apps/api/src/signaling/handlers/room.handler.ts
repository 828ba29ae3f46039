import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { toConsult } from '../../consults/consult.mapper';
import { RoomsService, toRoomPeer } from '../../rooms/rooms.service';
import type { Handlers } from '../socket-types';

@Injectable()
export class RoomHandler {
  constructor(
    private readonly rooms: RoomsService,
    private readonly clock: Clock,
  ) {}

  readonly handlers: Handlers<'room:join' | 'room:leave'> = {
    'room:join': async (socket, request) => {
      try {
        const { consult, seat, others } = await this.rooms.join(socket.data.user.id, socket.id, request);
        return {
          consult: toConsult(consult, seat.role),
          peers: others.map((other) => toRoomPeer(seat, other)),
          now: this.clock.now().toISOString(),
        };
      } finally {
        // The socket may have been lost while its member was entering: then nobody else would free the seat.
        if (!socket.connected) this.rooms.disconnect(socket.id);
      }
    },

    'room:leave': (socket) => {
      this.rooms.leave(socket.id);
      return {};
    },
  };
}
