import {
  AdminAudit,
  AdminAuditQuery,
  AdminCalls,
  AdminCallsQuery,
  AdminCallTimeline,
  AdminOverview,
  ConsultParams,
} from '@ieum/api-contract';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { AdminAuditService } from './admin-audit.service';
import { AdminCallsService } from './admin-calls.service';
import { AdminOverviewService } from './admin-overview.service';

/** What happens and what happened. Every look is written down before it is answered. */
@ApiTags('admin')
@Roles('admin')
@Controller('admin')
export class AdminController {
  constructor(
    private readonly audit: AdminAuditService,
    private readonly now: AdminOverviewService,
    private readonly calls: AdminCallsService,
  ) {}

  @Get('overview')
  @Answers(200, AdminOverview)
  async overview(@CurrentUser() admin: AuthUser): Promise<AdminOverview> {
    await this.audit.looksAt(admin.id, 'overview-seen');
    return this.now.overview();
  }

  @Get('calls')
  @Answers(200, AdminCalls)
  async recentCalls(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: AdminCallsQuery }) { hours }: AdminCallsQuery,
  ): Promise<AdminCalls> {
    await this.audit.looksAt(admin.id, 'calls-listed');
    return this.calls.recent(hours);
  }

  @Get('calls/:consultId')
  @Answers(200, AdminCallTimeline)
  async call(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<AdminCallTimeline> {
    await this.audit.looksAt(admin.id, 'call-seen', consultId);
    return this.calls.timeline(consultId);
  }

  @Get('audit')
  @Answers(200, AdminAudit)
  async whoLooked(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: AdminAuditQuery }) query: AdminAuditQuery,
  ): Promise<AdminAudit> {
    await this.audit.looksAt(admin.id, 'audit-seen');
    return this.audit.list(query);
  }
}
