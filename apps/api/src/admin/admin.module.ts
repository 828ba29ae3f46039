import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/calls.module';
import { ConsultsModule } from '../consults/consults.module';
import { DoctorModule } from '../doctor/doctor.module';
import { MentorsModule } from '../mentors/mentors.module';
import { NodesModule } from '../nodes/nodes.module';
import { PresenceModule } from '../presence/presence.module';
import { QuestionSoundsModule } from '../question-sounds/question-sounds.module';
import { QuestionsModule } from '../questions/questions.module';
import { RoomsModule } from '../rooms/rooms.module';
import { UsersModule } from '../users/users.module';
import { AdminAuditRepository } from './admin-audit.repository';
import { AdminAuditService } from './admin-audit.service';
import { AdminCallsService } from './admin-calls.service';
import { AdminController } from './admin.controller';
import { AdminDoctorController } from './admin-doctor.controller';
import { AdminOverviewService } from './admin-overview.service';
import { AdminPeopleController } from './admin-people.controller';
import { AdminPeopleService } from './admin-people.service';
import { AdminQuestionSoundsController } from './admin-question-sounds.controller';
import { AdminQuestionsController } from './admin-questions.controller';

@Module({
  imports: [
    ConsultsModule,
    RoomsModule,
    PresenceModule,
    NodesModule,
    UsersModule,
    MentorsModule,
    CallsModule,
    DoctorModule,
    QuestionsModule,
    QuestionSoundsModule,
  ],
  controllers: [
    AdminController,
    AdminPeopleController,
    AdminQuestionsController,
    AdminQuestionSoundsController,
    AdminDoctorController,
  ],
  providers: [AdminOverviewService, AdminPeopleService, AdminCallsService, AdminAuditService, AdminAuditRepository],
})
export class AdminModule {}
