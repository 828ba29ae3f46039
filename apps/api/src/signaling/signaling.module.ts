import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ConsultsModule } from '../consults/consults.module';
import { FeedbackModule } from '../feedback/feedback.module';
import { MentorsModule } from '../mentors/mentors.module';
import { PresenceModule } from '../presence/presence.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ConsultsHandler } from './handlers/consults.handler';
import { DocumentHandler } from './handlers/document.handler';
import { NegotiationHandler } from './handlers/negotiation.handler';
import { RoomHandler } from './handlers/room.handler';
import { SessionHandler } from './handlers/session.handler';
import { PushesService } from './pushes.service';
import { SignalingAuth } from './signaling-auth';
import { SignalingGateway } from './signaling.gateway';

@Module({
  imports: [AuthModule, PresenceModule, MentorsModule, ConsultsModule, RoomsModule, FeedbackModule],
  providers: [
    SignalingGateway,
    SignalingAuth,
    PushesService,
    SessionHandler,
    ConsultsHandler,
    RoomHandler,
    NegotiationHandler,
    DocumentHandler,
  ],
})
export class SignalingModule {}
