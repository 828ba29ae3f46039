import {
  CompleteRecordingRequest,
  CreateRecordingRequest,
  RecordingListQuery,
  RecordingListResponse,
  RecordingParams,
  RecordingResponse,
  SliceParams,
} from '@ieum/api-contract';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
  ApiTemporaryRedirectResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { RecordingLimit } from './recording-policy';
import { RecordingsService } from './recordings.service';
import { soundReply } from './sound-reply';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('recordings')
@Controller('recordings')
export class RecordingsController {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly limit: RecordingLimit,
  ) {}

  @Get()
  @Answers(200, RecordingListResponse)
  async list(
    @CurrentUser() user: AuthUser,
    @Query({ schema: RecordingListQuery }) { questionId }: RecordingListQuery,
  ): Promise<RecordingListResponse> {
    return { recordings: await this.recordings.ofQuestion(user.id, questionId) };
  }

  @Post()
  @Answers(201, RecordingResponse)
  begin(
    @CurrentUser() user: AuthUser,
    @Body({ schema: CreateRecordingRequest }) body: CreateRecordingRequest,
  ): Promise<RecordingResponse> {
    this.limit.spendWrite(user.id);
    return this.recordings.begin(user.id, body);
  }

  @Get(':recordingId')
  @Answers(200, RecordingResponse)
  get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
  ): Promise<RecordingResponse> {
    return this.recordings.get(user.id, recordingId);
  }

  /** The bytes alone, and their hash beside them. */
  @Put(':recordingId/slices/:index')
  @HttpCode(204)
  @ApiConsumes('application/octet-stream')
  @ApiBody(BINARY)
  async addSlice(
    @CurrentUser() user: AuthUser,
    @Param({ schema: SliceParams }) { recordingId, index }: SliceParams,
    @Headers('content-digest') digest: string | undefined,
    @Req() { body }: FastifyRequest,
  ): Promise<void> {
    this.limit.spendWrite(user.id);
    await this.recordings.addSlice(user.id, recordingId, index, { body, digest });
  }

  @Post(':recordingId/complete')
  @Answers(200, RecordingResponse)
  complete(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
    @Body({ schema: CompleteRecordingRequest }) body: CompleteRecordingRequest,
  ): Promise<RecordingResponse> {
    this.limit.spendWrite(user.id);
    return this.recordings.complete(user.id, recordingId, body);
  }

  /** The sound; a part of it where a `Range` asks for one (RFC 9110, §14). Where browsers reach the store, it is there. */
  @Get(':recordingId/audio')
  @ApiProduces('audio/webm', 'audio/ogg', 'audio/mp4')
  @ApiOkResponse({ description: 'Granted.', ...BINARY })
  @ApiTemporaryRedirectResponse({ description: 'At an address of the object store, for a minute.' })
  async audio(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
    @Headers('range') header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    this.limit.spendRead(user.id);
    return soundReply(reply, await this.recordings.audio(user.id, recordingId, header));
  }

  @Delete(':recordingId')
  @HttpCode(204)
  delete(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
  ): Promise<void> {
    this.limit.spendWrite(user.id);
    return this.recordings.delete(user.id, recordingId);
  }
}
