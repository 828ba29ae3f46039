import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module';
import { RoomsModule } from '../rooms/rooms.module';
import { NodesService } from './nodes.service';

@Module({ imports: [PresenceModule, RoomsModule], providers: [NodesService], exports: [NodesService] })
export class NodesModule {}
