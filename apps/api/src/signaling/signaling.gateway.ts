import type { BeforeApplicationShutdown } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { Config } from '../config/config';
import { MentorEvents } from '../mentors/mentor-events';
import { PresenceService } from '../presence/presence.service';
import { RoomsService } from '../rooms/rooms.service';
import { traceHandlers } from '../tracing/traces';
import { createDispatcher } from './dispatch';
import { CallHandler } from './handlers/call.handler';
import { ConsultsHandler } from './handlers/consults.handler';
import { DocumentHandler } from './handlers/document.handler';
import { NegotiationHandler } from './handlers/negotiation.handler';
import { RoomHandler } from './handlers/room.handler';
import { SessionHandler } from './handlers/session.handler';
import { PushesService } from './pushes.service';
import { SeatRelay } from './seat-relay';
import { SocketDrain } from './socket-drain';
import { SocketMetrics } from './socket-metrics';
import { SignalingAuth } from './signaling-auth';
import { type SignalingServer, type SignalingSocket, userChannel } from './socket-types';
import { SurplusSockets } from './surplus-sockets';

/** Where sockets come in: authentication, dispatch, presence, and the way out. */
@WebSocketGateway()
export class SignalingGateway implements OnGatewayInit<SignalingServer>, BeforeApplicationShutdown {
  private stopPushes: () => void = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly auth: SignalingAuth,
    private readonly presence: PresenceService,
    private readonly rooms: RoomsService,
    private readonly pushes: PushesService,
    private readonly relay: SeatRelay,
    private readonly surplus: SurplusSockets,
    private readonly drain: SocketDrain,
    private readonly metrics: SocketMetrics,
    private readonly mentors: MentorEvents,
    private readonly session: SessionHandler,
    private readonly consults: ConsultsHandler,
    private readonly room: RoomHandler,
    private readonly negotiation: NegotiationHandler,
    private readonly documents: DocumentHandler,
    private readonly calls: CallHandler,
  ) {}

  afterInit(server: SignalingServer): void {
    const handlers = {
      ...this.session.handlers,
      ...this.consults.handlers,
      ...this.room.handlers,
      ...this.negotiation.handlers,
      ...this.documents.handlers,
      ...this.calls.handlers,
    };
    const dispatch = createDispatcher(this.config.tracing ? traceHandlers(handlers) : handlers, (name, code) =>
      this.metrics.refuses(name, code),
    );
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
      void socket.join(userChannel(socket.data.user.id));
      this.presence.connect(socket.data.user.id, socket.id);
    });
    this.mentors.on('profile-changed', ({ userId }) => this.startListsOver(server, userId));
    this.metrics.start(server);
    this.relay.start(server);
    this.surplus.start(server);
    this.drain.start(server);
    this.stopPushes = this.pushes.start(server);
  }

  beforeApplicationShutdown(): void {
    this.stopPushes();
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
