import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { IceServersService } from './ice-servers.service';
import { RoomEvents } from './room-events';
import { RoomsController } from './rooms.controller';
import { RoomsService } from './rooms.service';
import { DefaultVisitPolicy, VisitPolicy } from './visit-policy';
import { VisitsRepository } from './visits.repository';
import { VisitsService } from './visits.service';

@Module({
  imports: [ConsultsModule],
  controllers: [RoomsController],
  providers: [
    RoomsService,
    RoomEvents,
    IceServersService,
    VisitsService,
    VisitsRepository,
    { provide: VisitPolicy, useClass: DefaultVisitPolicy },
  ],
  exports: [RoomsService, RoomEvents],
})
export class RoomsModule {}
