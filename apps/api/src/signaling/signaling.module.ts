import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { CallsModule } from '../calls/calls.module';
import { ConsultsModule } from '../consults/consults.module';
import { FeedbackModule } from '../feedback/feedback.module';
import { HealthModule } from '../health/health.module';
import { MentorsModule } from '../mentors/mentors.module';
import { PresenceModule } from '../presence/presence.module';
import { RoomsModule } from '../rooms/rooms.module';
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
import { SurplusSockets } from './surplus-sockets';
import { SignalingAuth } from './signaling-auth';
import { SignalingGateway } from './signaling.gateway';

@Module({
  imports: [
    AuthModule,
    PresenceModule,
    MentorsModule,
    ConsultsModule,
    RoomsModule,
    FeedbackModule,
    HealthModule,
    CallsModule,
  ],
  providers: [
    SignalingGateway,
    SignalingAuth,
    PushesService,
    SeatRelay,
    SocketDrain,
    SocketMetrics,
    SurplusSockets,
    SessionHandler,
    ConsultsHandler,
    RoomHandler,
    NegotiationHandler,
    DocumentHandler,
    CallHandler,
  ],
})
export class SignalingModule {}
