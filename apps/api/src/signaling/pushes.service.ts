import type { ProtocolError } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { SessionEvents } from '../auth/session-events';
import { ConsultEvents } from '../consults/consult-events';
import { toConsult } from '../consults/consult.mapper';
import { LiveListEvents } from '../consults/live-list/live-list-events';
import { FeedbackEvents } from '../feedback/feedback-events';
import { ServiceState } from '../health/service-state';
import { RoomEvents } from '../rooms/room-events';
import { listChannel, type SignalingServer, type SignalingSocket, userChannel } from './socket-types';

const TOKEN_EXPIRED: ProtocolError = { code: 'auth/token-expired', message: 'The access token ended unrenewed.' };
const SESSION_ENDED: ProtocolError = { code: 'auth/session-ended', message: 'This session was ended.' };
const EXPIRY_CHECK_MS = 1000;

/** Turns what happened in the domain into pushes; the domain never knows of sockets. */
@Injectable()
export class PushesService {
  constructor(
    private readonly sessions: SessionEvents,
    private readonly consults: ConsultEvents,
    private readonly liveList: LiveListEvents,
    private readonly rooms: RoomEvents,
    private readonly feedback: FeedbackEvents,
    private readonly service: ServiceState,
  ) {}

  /** Starts pushing through this server; returns how to stop. */
  start(server: SignalingServer): () => void {
    this.consults.on('changed', (consult) => {
      server.to(userChannel(consult.studentId)).emit('consult:changed', { consult: toConsult(consult, 'student') });
      if (consult.mentorId) {
        server.to(userChannel(consult.mentorId)).emit('consult:changed', { consult: toConsult(consult, 'mentor') });
      }
    });
    this.feedback.on('changed', (userId, change) => server.to(userChannel(userId)).emit('feedback:changed', change));
    this.liveList.on('frame', (viewKey, frame) => server.to(listChannel(viewKey)).emit('list:changed', frame));
    this.liveList.on('mentors', (studentId, count) => server.to(userChannel(studentId)).emit('waiting:mentors', count));
    this.rooms.on('joined', (to, peer) => server.to(to.connectionId).emit('room:peer-joined', { peer }));
    this.rooms.on('left', (to, peerId, reason) =>
      server.to(to.connectionId).emit('room:peer-left', { peerId, reason }),
    );
    this.rooms.on('replaced', (to) => server.to(to.connectionId).emit('room:replaced', { consultId: to.consultId }));
    this.service.on('changed', (parts) => server.emit('service:degraded', { parts: [...parts] }));
    server.on('connection', (socket) => {
      const parts = [...this.service.degraded];
      if (parts.length > 0) socket.emit('service:degraded', { parts });
    });
    this.sessions.on('ended', ({ sessionId }) => {
      endSockets(server, (socket) => socket.data.user.sessionId === sessionId, SESSION_ENDED);
    });
    const expiry = setInterval(() => {
      const now = Date.now();
      endSockets(server, (socket) => socket.data.user.expiresAt.getTime() <= now, TOKEN_EXPIRED);
    }, EXPIRY_CHECK_MS);
    return () => clearInterval(expiry);
  }
}

/** Tells sockets of this node why, and closes them. */
function endSockets(server: SignalingServer, which: (socket: SignalingSocket) => boolean, why: ProtocolError): void {
  for (const socket of server.sockets.sockets.values()) if (which(socket)) endSocket(socket, why);
}

export function endSocket(socket: SignalingSocket, why: ProtocolError): void {
  socket.emit('session:ended', why);
  socket.disconnect(true);
}
