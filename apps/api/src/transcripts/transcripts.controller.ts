import { RecordingParams, SpeechToText, TranscriptResponse } from '@ieum/api-contract';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { RecordingLimit } from '../recordings/recording-policy';
import { TranscriptsService } from './transcripts.service';

@ApiTags('recordings')
@Controller()
export class TranscriptsController {
  constructor(
    private readonly transcripts: TranscriptsService,
    private readonly limit: RecordingLimit,
  ) {}

  @Get('practice/speech-to-text')
  @Answers(200, SpeechToText)
  speechToText(): SpeechToText {
    return this.transcripts.speechToText;
  }

  @Get('recordings/:recordingId/transcript')
  @Answers(200, TranscriptResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
  ): Promise<TranscriptResponse> {
    return { transcript: await this.transcripts.get(user.id, recordingId) };
  }

  @Post('recordings/:recordingId/transcript')
  @Answers(202, TranscriptResponse)
  async ask(
    @CurrentUser() user: AuthUser,
    @Param({ schema: RecordingParams }) { recordingId }: RecordingParams,
  ): Promise<TranscriptResponse> {
    this.limit.spendWrite(user.id);
    return { transcript: await this.transcripts.ask(user.id, recordingId) };
  }
}
