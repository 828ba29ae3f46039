import type { ProtocolError } from '@ieum/signaling-protocol';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { MentorEvents } from '../mentors/mentor-events';
import { PresenceService } from '../presence/presence.service';
import { RoomsService } from '../rooms/rooms.service';
import { createDispatcher } from './dispatch';
import { ConsultsHandler } from './handlers/consults.handler';
import { DocumentHandler } from './handlers/document.handler';
import { NegotiationHandler } from './handlers/negotiation.handler';
import { RoomHandler } from './handlers/room.handler';
import { SessionHandler } from './handlers/session.handler';
import { endSocket, PushesService } from './pushes.service';
import { SignalingAuth } from './signaling-auth';
import { type SignalingServer, type SignalingSocket, userChannel } from './socket-types';

/** Tabs and devices one user may have connected at once; one more closes the oldest that is in no room. */
const MAX_SOCKETS_PER_USER = 3;
const TOO_MANY_SOCKETS: ProtocolError = {
  code: 'auth/too-many-sockets',
  message: 'This user has connected from too many places.',
};

/** Where sockets come in: authentication, dispatch, presence, and the way out. */
@WebSocketGateway()
export class SignalingGateway implements OnGatewayInit<SignalingServer>, BeforeApplicationShutdown {
  private stopPushes: () => void = () => undefined;

  constructor(
    private readonly auth: SignalingAuth,
    private readonly presence: PresenceService,
    private readonly rooms: RoomsService,
    private readonly pushes: PushesService,
    private readonly mentors: MentorEvents,
    private readonly session: SessionHandler,
    private readonly consults: ConsultsHandler,
    private readonly room: RoomHandler,
    private readonly negotiation: NegotiationHandler,
    private readonly documents: DocumentHandler,
  ) {}

  afterInit(server: SignalingServer): void {
    const dispatch = createDispatcher({
      ...this.session.handlers,
      ...this.consults.handlers,
      ...this.room.handlers,
      ...this.negotiation.handlers,
      ...this.documents.handlers,
    });
    const leave = this.disconnected.bind(this);
    function onDisconnect(this: SignalingSocket): void {
      leave(this);
      // A client that leaves the namespace alone would keep a connection for which nobody has to sign in again.
      this.conn.close();
    }
    server.use(this.auth.middleware);
    server.on('connection', (socket) => {
      // A middleware that never goes on: the packet is answered here, and there are no listeners it could go on to.
      socket.use((packet) => dispatch(socket, packet));
      socket.on('disconnect', onDisconnect);
      this.connected(server, socket);
    });
    this.mentors.on('profile-changed', ({ userId }) => this.startListsOver(server, userId));
    this.stopPushes = this.pushes.start(server);
  }

  beforeApplicationShutdown(): void {
    this.stopPushes();
  }

  private connected(server: SignalingServer, socket: SignalingSocket): void {
    const { id: userId } = socket.data.user;
    void socket.join(userChannel(userId));
    this.presence.connect(userId, socket.id);
    const held = this.presence.connectionsOf(userId);
    if (held.length <= MAX_SOCKETS_PER_USER) return;
    const oldest = held.find((id) => id !== socket.id && !this.rooms.isSeated(id)) ?? held[0];
    const surplus = oldest && server.sockets.sockets.get(oldest);
    if (surplus) endSocket(surplus, TOO_MANY_SOCKETS);
  }

  /** Off the list at once, for the mentor may not see what is on it any more; revision 0 asks to subscribe again. */
  private startListsOver(server: SignalingServer, userId: string): void {
    for (const id of this.presence.connectionsOf(userId)) {
      const socket = server.sockets.sockets.get(id);
      if (!socket) continue;
      this.consults.unsubscribe(socket);
      socket.emit('list:changed', { rev: 0, added: [], removed: [] });
    }
  }

  private disconnected(socket: SignalingSocket): void {
    this.consults.unsubscribe(socket);
    this.rooms.disconnect(socket.id);
    this.presence.disconnect(socket.data.user.id, socket.id);
  }
}
