import {
  CarriedPracticeResponse,
  CarriedTakeParams,
  ConsultParams,
  SaveCorrectedRequest,
  ScriptResponse,
} from '@ieum/api-contract';
import { Body, Controller, Get, Headers, Param, Put, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags, ApiTemporaryRedirectResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { RecordingLimit } from '../recordings/recording-policy';
import { soundReply } from '../recordings/sound-reply';
import { CarriedPracticeService } from './carried-practice.service';

@ApiTags('consults')
@Controller('consults/:consultId/practice')
export class CarriedPracticeController {
  constructor(
    private readonly practice: CarriedPracticeService,
    private readonly limit: RecordingLimit,
  ) {}

  @Get()
  @Answers(200, CarriedPracticeResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<CarriedPracticeResponse> {
    this.limit.spendRead(user.id);
    return { practice: await this.practice.get(user, consultId) };
  }

  /** The sound of a take; a part of it where a `Range` asks for one (RFC 9110, §14). */
  @Get('recordings/:recordingId/sound')
  @ApiProduces('audio/webm', 'audio/ogg', 'audio/mp4')
  @ApiOkResponse({ description: 'Granted.', schema: { type: 'string', format: 'binary' } })
  @ApiTemporaryRedirectResponse({ description: 'At an address of the object store, for a minute.' })
  async sound(
    @CurrentUser() user: AuthUser,
    @Param({ schema: CarriedTakeParams }) { consultId, recordingId }: CarriedTakeParams,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    this.limit.spendRead(user.id);
    return soundReply(reply, await this.practice.sound(user, consultId, recordingId, range));
  }

  @Roles('student')
  @Put('corrected')
  @Answers(200, ScriptResponse)
  async saveCorrected(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: SaveCorrectedRequest }) body: SaveCorrectedRequest,
  ): Promise<ScriptResponse> {
    return { script: await this.practice.saveCorrected(user.id, consultId, body) };
  }
}
