import {
  AdminEmail,
  AdminMentors,
  AdminPeople,
  AdminPeopleQuery,
  AdminPerson,
  AdminPersonParams,
  SetApprovalRequest,
} from '@ieum/api-contract';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { forbidden } from '../auth/auth.errors';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { AdminAuditService } from './admin-audit.service';
import { AdminPeopleService } from './admin-people.service';

/** People, and the approval of mentors. Every look and change is written down before it is answered. */
@ApiTags('admin')
@Roles('admin')
@Controller('admin')
export class AdminPeopleController {
  constructor(
    private readonly audit: AdminAuditService,
    private readonly people: AdminPeopleService,
  ) {}

  @Get('people')
  @Answers(200, AdminPeople)
  async search(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: AdminPeopleQuery }) query: AdminPeopleQuery,
  ): Promise<AdminPeople> {
    await this.audit.did(admin.id, 'people-searched');
    return this.people.search(query);
  }

  @Get('people/:userId/email')
  @Answers(200, AdminEmail)
  async email(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: AdminPersonParams }) { userId }: AdminPersonParams,
  ): Promise<AdminEmail> {
    await this.audit.did(admin.id, 'email-seen', userId);
    return this.people.email(userId);
  }

  /** Mentors without approval. */
  @Get('mentors')
  @Answers(200, AdminMentors)
  async mentors(@CurrentUser() admin: AuthUser): Promise<AdminMentors> {
    await this.audit.looksAt(admin.id, 'mentors-listed');
    return this.people.unapproved();
  }

  /** Lets a mentor meet minors and give counselling, or takes that back. Nobody vouches for themselves. */
  @Put('mentors/:userId/approval')
  @Answers(200, AdminPerson)
  async setApproval(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: AdminPersonParams }) { userId }: AdminPersonParams,
    @Body({ schema: SetApprovalRequest }) { approved }: SetApprovalRequest,
  ): Promise<AdminPerson> {
    if (approved && userId === admin.id) throw forbidden();
    await this.audit.did(admin.id, approved ? 'mentor-approved' : 'mentor-revoked', userId);
    return this.people.setApproved(userId, approved);
  }
}
