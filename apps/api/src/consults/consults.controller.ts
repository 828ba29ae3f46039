import {
  ConsultHistory,
  ConsultHistoryQuery,
  ConsultParams,
  ConsultResponse,
  CreateConsultRequest,
  CurrentConsults,
  SetReadinessRequest,
} from '@ieum/api-contract';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { ConsultsService } from './consults.service';
import { RequestLimit } from './request-limit';

@ApiTags('consults')
@Controller('consults')
export class ConsultsController {
  constructor(
    private readonly consults: ConsultsService,
    private readonly limit: RequestLimit,
  ) {}

  @Roles('student')
  @Post()
  @Answers(201, ConsultResponse)
  async create(
    @CurrentUser() user: AuthUser,
    @Body({ schema: CreateConsultRequest }) body: CreateConsultRequest,
  ): Promise<ConsultResponse> {
    this.limit.spend(user.id);
    return { consult: await this.consults.create(user.id, body) };
  }

  @Get()
  @Answers(200, ConsultHistory)
  history(
    @CurrentUser() user: AuthUser,
    @Query({ schema: ConsultHistoryQuery }) { limit, cursor }: ConsultHistoryQuery,
  ): Promise<ConsultHistory> {
    return this.consults.history(user.id, limit, cursor);
  }

  @Get('current')
  @Answers(200, CurrentConsults)
  current(@CurrentUser() user: AuthUser): Promise<CurrentConsults> {
    return this.consults.current(user.id);
  }

  @Get(':consultId')
  @Answers(200, ConsultResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<ConsultResponse> {
    return { consult: await this.consults.get(user.id, consultId) };
  }

  @Roles('student')
  @Put(':consultId/readiness')
  @Answers(200, ConsultResponse)
  async setReadiness(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: SetReadinessRequest }) { readiness }: SetReadinessRequest,
  ): Promise<ConsultResponse> {
    this.limit.spendReadiness(user.id);
    return { consult: await this.consults.setReadiness(user.id, consultId, readiness) };
  }

  @Roles('mentor')
  @Post(':consultId/accept')
  @Answers(200, ConsultResponse)
  async accept(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<ConsultResponse> {
    const { consult } = await this.consults.accept(user.id, consultId);
    return { consult };
  }

  @Post(':consultId/start')
  @Answers(200, ConsultResponse)
  async start(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<ConsultResponse> {
    return { consult: await this.consults.start(user.id, consultId) };
  }

  @Post(':consultId/cancel')
  @Answers(200, ConsultResponse)
  async cancel(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<ConsultResponse> {
    return { consult: await this.consults.cancel(user.id, consultId) };
  }

  @Post(':consultId/end')
  @Answers(200, ConsultResponse)
  async end(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<ConsultResponse> {
    return { consult: await this.consults.end(user.id, consultId) };
  }
}
