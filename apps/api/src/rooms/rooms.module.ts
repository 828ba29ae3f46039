import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { UsersModule } from '../users/users.module';
import { DefaultIceServersPolicy, IceServersLimit, IceServersPolicy } from './ice-servers-limit';
import { IceServersService } from './ice-servers.service';
import { ReadyCheckController } from './ready-check.controller';
import { RoomEvents } from './room-events';
import { RoomsController } from './rooms.controller';
import { RoomsService } from './rooms.service';
import { DefaultVisitPolicy, VisitPolicy } from './visit-policy';
import { VisitsRepository } from './visits.repository';
import { VisitsService } from './visits.service';

@Module({
  imports: [ConsultsModule, UsersModule],
  controllers: [RoomsController, ReadyCheckController],
  providers: [
    RoomsService,
    RoomEvents,
    IceServersService,
    IceServersLimit,
    { provide: IceServersPolicy, useClass: DefaultIceServersPolicy },
    VisitsService,
    VisitsRepository,
    { provide: VisitPolicy, useClass: DefaultVisitPolicy },
  ],
  exports: [RoomsService, RoomEvents],
})
export class RoomsModule {}
