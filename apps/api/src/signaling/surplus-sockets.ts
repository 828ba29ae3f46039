import type { ProtocolError } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { PresenceEvents } from '../presence/presence-events';
import { PresenceService } from '../presence/presence.service';
import { RoomsService } from '../rooms/rooms.service';
import { endSocket } from './pushes.service';
import type { SignalingServer } from './socket-types';

/** Tabs and devices one user may have connected at once; one more closes the oldest that is in no room. */
const MAX_SOCKETS_PER_USER = 3;
const TOO_MANY_SOCKETS: ProtocolError = {
  code: 'auth/too-many-sockets',
  message: 'This user has connected from too many places.',
};

/** Every node comes to the same choice; the one that has the socket closes it. */
@Injectable()
export class SurplusSockets {
  constructor(
    private readonly presence: PresenceService,
    private readonly events: PresenceEvents,
    private readonly rooms: RoomsService,
  ) {}

  start(server: SignalingServer): void {
    this.events.on('connected', (userId) => {
      const held = this.presence.connectionsOf(userId);
      if (held.length <= MAX_SOCKETS_PER_USER) return;
      const oldest = held.slice(0, -1).find((id) => !this.rooms.isSeated(id)) ?? held[0];
      const surplus = oldest && server.sockets.sockets.get(oldest);
      if (surplus) endSocket(surplus, TOO_MANY_SOCKETS);
    });
  }
}
