import { Module } from '@nestjs/common';
import { MentorsModule } from '../mentors/mentors.module';
import { PresenceModule } from '../presence/presence.module';
import { UsersModule } from '../users/users.module';
import { ApprovalKeeper } from './approval-keeper.service';
import { ConsultEvents } from './consult-events';
import { ConsultLeasesService } from './consult-leases.service';
import { ConsultsController } from './consults.controller';
import { ConsultsRepository } from './consults.repository';
import { ConsultsService } from './consults.service';
import { DefaultLeasePolicy, LeasePolicy } from './lease-policy';
import { LiveListEvents } from './live-list/live-list-events';
import { LiveListService } from './live-list/live-list.service';
import { ConsultOverviewRepository } from './overview/consult-overview.repository';
import { ConsultOverviewService } from './overview/consult-overview.service';
import { MissedChanges } from './missed-changes.service';
import { PracticeCarrier } from './practice-carrier';
import { DefaultRequestPolicy, RequestLimit, RequestPolicy } from './request-limit';
import { VolunteerHoursController } from './volunteer-hours.controller';

@Module({
  imports: [UsersModule, PresenceModule, MentorsModule],
  controllers: [ConsultsController, VolunteerHoursController],
  providers: [
    ConsultsService,
    ConsultsRepository,
    ConsultLeasesService,
    ApprovalKeeper,
    ConsultEvents,
    MissedChanges,
    LiveListService,
    LiveListEvents,
    ConsultOverviewService,
    ConsultOverviewRepository,
    PracticeCarrier,
    RequestLimit,
    { provide: RequestPolicy, useClass: DefaultRequestPolicy },
    { provide: LeasePolicy, useClass: DefaultLeasePolicy },
  ],
  exports: [ConsultsService, ConsultEvents, PracticeCarrier, LiveListService, LiveListEvents, ConsultOverviewService],
})
export class ConsultsModule {}
