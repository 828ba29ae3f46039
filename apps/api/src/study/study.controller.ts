import {
  AnswerCardRequest,
  AnswerCardResponse,
  ConsultParams,
  PracticeResponse,
  ProgressResponse,
} from '@ieum/api-contract';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { StudyService } from './study.service';

@ApiTags('study')
@Controller('study')
export class StudyController {
  constructor(private readonly study: StudyService) {}

  @Get('progress')
  @Answers(200, ProgressResponse)
  progress(@CurrentUser() user: AuthUser): Promise<ProgressResponse> {
    return this.study.progress(user.id);
  }

  @Get('cards')
  @Answers(200, PracticeResponse)
  practice(@CurrentUser() user: AuthUser): Promise<PracticeResponse> {
    return this.study.practice(user.id);
  }

  @Post('cards/:consultId')
  @Answers(200, AnswerCardResponse)
  answer(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: AnswerCardRequest }) body: AnswerCardRequest,
  ): Promise<AnswerCardResponse> {
    return this.study.answer(user.id, consultId, body);
  }
}
