import { ConsultParams, FeedbackResponse, RateFeedbackRequest, SaveFeedbackRequest } from '@ieum/api-contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { FeedbackService } from './feedback.service';

@ApiTags('feedback')
@Controller('consults/:consultId/feedback')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get()
  @Answers(200, FeedbackResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<FeedbackResponse> {
    return { feedback: await this.feedback.get(user.id, consultId) };
  }

  @Put()
  @Answers(200, FeedbackResponse)
  async save(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: SaveFeedbackRequest }) body: SaveFeedbackRequest,
  ): Promise<FeedbackResponse> {
    return { feedback: await this.feedback.save(user.id, consultId, body) };
  }

  @Post('send')
  @Answers(200, FeedbackResponse)
  async send(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<FeedbackResponse> {
    return { feedback: await this.feedback.send(user.id, consultId) };
  }

  @Post('rating')
  @Answers(200, FeedbackResponse)
  async rate(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: RateFeedbackRequest }) body: RateFeedbackRequest,
  ): Promise<FeedbackResponse> {
    return { feedback: await this.feedback.rate(user.id, consultId, body) };
  }

  @Delete()
  @HttpCode(204)
  delete(@CurrentUser() user: AuthUser, @Param({ schema: ConsultParams }) { consultId }: ConsultParams): Promise<void> {
    return this.feedback.delete(user.id, consultId);
  }
}
