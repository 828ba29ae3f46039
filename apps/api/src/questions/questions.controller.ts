import {
  DrawQuestionRequest,
  DrawQuestionResponse,
  QuestionParams,
  QuestionResponse,
  Survey,
  SurveyResponse,
} from '@ieum/api-contract';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { QuestionsService } from './questions.service';

@ApiTags('practice')
@Controller('practice')
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Get('survey')
  @Answers(200, SurveyResponse)
  async survey(@CurrentUser() user: AuthUser): Promise<SurveyResponse> {
    return { survey: await this.questions.survey(user.id) };
  }

  @Put('survey')
  @Answers(200, SurveyResponse)
  async saveSurvey(@CurrentUser() user: AuthUser, @Body({ schema: Survey }) body: Survey): Promise<SurveyResponse> {
    return { survey: await this.questions.saveSurvey(user.id, body) };
  }

  @Post('questions/draw')
  @Answers(200, DrawQuestionResponse)
  draw(
    @CurrentUser() user: AuthUser,
    @Body({ schema: DrawQuestionRequest }) body: DrawQuestionRequest,
  ): Promise<DrawQuestionResponse> {
    return this.questions.draw(user.id, body);
  }

  @Get('questions/:questionId')
  @Answers(200, QuestionResponse)
  async question(@Param({ schema: QuestionParams }) { questionId }: QuestionParams): Promise<QuestionResponse> {
    return { question: await this.questions.get(questionId) };
  }
}
