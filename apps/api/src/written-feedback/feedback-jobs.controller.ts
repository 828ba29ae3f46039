import {
  AnswerWrittenFeedbackRequest,
  FeedbackDraftResponse,
  FeedbackJobListResponse,
  FeedbackJobResponse,
  FeedbackTakeParams,
  SaveFeedbackDraftRequest,
  WrittenFeedbackListQuery,
  WrittenFeedbackParams,
} from '@ieum/api-contract';
import { Body, Controller, Get, Headers, Param, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags, ApiTemporaryRedirectResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { RecordingLimit } from '../recordings/recording-policy';
import { soundReply } from '../recordings/sound-reply';
import { FeedbackJobLimit } from './feedback-job-limit';
import { FeedbackJobsService } from './feedback-jobs.service';

@ApiTags('written-feedback')
@Roles('mentor')
@Controller('mentors/me/written-feedback')
export class FeedbackJobsController {
  constructor(
    private readonly jobs: FeedbackJobsService,
    private readonly limit: RecordingLimit,
    private readonly jobLimit: FeedbackJobLimit,
  ) {}

  @Get()
  @Answers(200, FeedbackJobListResponse)
  mine(
    @CurrentUser() user: AuthUser,
    @Query({ schema: WrittenFeedbackListQuery }) query: WrittenFeedbackListQuery,
  ): Promise<FeedbackJobListResponse> {
    return this.jobs.of(user.id, query);
  }

  @Get('waiting')
  @Answers(200, FeedbackJobListResponse)
  waiting(
    @CurrentUser() user: AuthUser,
    @Query({ schema: WrittenFeedbackListQuery }) query: WrittenFeedbackListQuery,
  ): Promise<FeedbackJobListResponse> {
    return this.jobs.waiting(user.id, query);
  }

  @Get(':writtenFeedbackId')
  @Answers(200, FeedbackJobResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<FeedbackJobResponse> {
    return { job: await this.jobs.get(user.id, writtenFeedbackId) };
  }

  @Post(':writtenFeedbackId/claim')
  @Answers(200, FeedbackJobResponse)
  async claim(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<FeedbackJobResponse> {
    this.jobLimit.spendClaim(user.id);
    return { job: await this.jobs.claim(user.id, writtenFeedbackId) };
  }

  @Post(':writtenFeedbackId/extend')
  @Answers(200, FeedbackJobResponse)
  async extend(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<FeedbackJobResponse> {
    return { job: await this.jobs.extend(user.id, writtenFeedbackId) };
  }

  @Post(':writtenFeedbackId/release')
  @Answers(200, FeedbackJobResponse)
  async release(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<FeedbackJobResponse> {
    return { job: await this.jobs.release(user.id, writtenFeedbackId) };
  }

  @Put(':writtenFeedbackId/draft')
  @Answers(200, FeedbackDraftResponse)
  async saveDraft(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
    @Body({ schema: SaveFeedbackDraftRequest }) body: SaveFeedbackDraftRequest,
  ): Promise<FeedbackDraftResponse> {
    this.jobLimit.spendSave(user.id);
    return { draft: await this.jobs.saveDraft(user.id, writtenFeedbackId, body) };
  }

  @Post(':writtenFeedbackId/answer')
  @Answers(200, FeedbackJobResponse)
  async answer(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
    @Body({ schema: AnswerWrittenFeedbackRequest }) { revision }: AnswerWrittenFeedbackRequest,
  ): Promise<FeedbackJobResponse> {
    return { job: await this.jobs.answer(user.id, writtenFeedbackId, revision) };
  }

  /** The sound of a take; a part of it where a `Range` asks for one (RFC 9110, §14). */
  @Get(':writtenFeedbackId/takes/:recordingId/audio')
  @ApiProduces('audio/webm', 'audio/ogg', 'audio/mp4')
  @ApiOkResponse({ description: 'Granted.', schema: { type: 'string', format: 'binary' } })
  @ApiTemporaryRedirectResponse({ description: 'At an address of the object store, for a minute.' })
  async audio(
    @CurrentUser() user: AuthUser,
    @Param({ schema: FeedbackTakeParams }) { writtenFeedbackId: id, recordingId }: FeedbackTakeParams,
    @Headers('range') header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    this.limit.spendRead(user.id);
    const audio = await this.jobs.audio(user.id, { id, recordingId }, header);
    return soundReply(reply, audio);
  }
}
