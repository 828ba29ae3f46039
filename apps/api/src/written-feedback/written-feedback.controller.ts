import {
  AskForWrittenFeedbackRequest,
  SaveCorrectedRequest,
  ScriptResponse,
  WrittenFeedbackListQuery,
  WrittenFeedbackListResponse,
  WrittenFeedbackParams,
  WrittenFeedbackResponse,
} from '@ieum/api-contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { WrittenFeedbackService } from './written-feedback.service';

@ApiTags('written-feedback')
@Roles('student')
@Controller('written-feedback')
export class WrittenFeedbackController {
  constructor(private readonly service: WrittenFeedbackService) {}

  @Post()
  @Answers(201, WrittenFeedbackResponse)
  async ask(
    @CurrentUser() user: AuthUser,
    @Body({ schema: AskForWrittenFeedbackRequest }) body: AskForWrittenFeedbackRequest,
  ): Promise<WrittenFeedbackResponse> {
    return { writtenFeedback: await this.service.ask(user.id, body) };
  }

  @Get()
  @Answers(200, WrittenFeedbackListResponse)
  list(
    @CurrentUser() user: AuthUser,
    @Query({ schema: WrittenFeedbackListQuery }) query: WrittenFeedbackListQuery,
  ): Promise<WrittenFeedbackListResponse> {
    return this.service.list(user.id, query);
  }

  @Get(':writtenFeedbackId')
  @Answers(200, WrittenFeedbackResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<WrittenFeedbackResponse> {
    return { writtenFeedback: await this.service.get(user.id, writtenFeedbackId) };
  }

  @Post(':writtenFeedbackId/withdraw')
  @Answers(200, WrittenFeedbackResponse)
  async withdraw(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<WrittenFeedbackResponse> {
    return { writtenFeedback: await this.service.withdraw(user.id, writtenFeedbackId) };
  }

  /** Makes the text that the student made of the answer the script's next version. */
  @Post(':writtenFeedbackId/accept')
  @Answers(200, ScriptResponse)
  async accept(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
    @Body({ schema: SaveCorrectedRequest }) body: SaveCorrectedRequest,
  ): Promise<ScriptResponse> {
    return { script: await this.service.accept(user.id, writtenFeedbackId, body) };
  }

  /** For good, once it is answered or withdrawn. */
  @Delete(':writtenFeedbackId')
  @HttpCode(204)
  delete(
    @CurrentUser() user: AuthUser,
    @Param({ schema: WrittenFeedbackParams }) { writtenFeedbackId }: WrittenFeedbackParams,
  ): Promise<void> {
    return this.service.delete(user.id, writtenFeedbackId);
  }
}
