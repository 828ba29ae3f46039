import {
  ChooseLevelRequest,
  ExamListQuery,
  ExamListResponse,
  ExamParams,
  ExamQuestionParams,
  ExamResponse,
  ExamTakeRequest,
  ListenRequest,
  NextQuestionRequest,
  StartExamRequest,
} from '@ieum/api-contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { ExamsService } from './exams.service';

@ApiTags('exams')
@Controller('exams')
export class ExamsController {
  constructor(private readonly exams: ExamsService) {}

  @Get()
  @Answers(200, ExamListResponse)
  list(
    @CurrentUser() user: AuthUser,
    @Query({ schema: ExamListQuery }) query: ExamListQuery,
  ): Promise<ExamListResponse> {
    return this.exams.list(user.id, query);
  }

  @Post()
  @Answers(201, ExamResponse)
  async start(
    @CurrentUser() user: AuthUser,
    @Body({ schema: StartExamRequest }) { id }: StartExamRequest,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.start(user.id, id) };
  }

  @Get(':examId')
  @Answers(200, ExamResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamParams }) { examId }: ExamParams,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.get(user.id, examId) };
  }

  @Post(':examId/next')
  @Answers(200, ExamResponse)
  async next(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamParams }) { examId }: ExamParams,
    @Body({ schema: NextQuestionRequest }) { from }: NextQuestionRequest,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.next(user.id, examId, from) };
  }

  /** Once, in the middle. */
  @Post(':examId/level')
  @Answers(200, ExamResponse)
  async chooseLevel(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamParams }) { examId }: ExamParams,
    @Body({ schema: ChooseLevelRequest }) { choice }: ChooseLevelRequest,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.chooseLevel(user.id, examId, choice) };
  }

  @Post(':examId/questions/:number/listens')
  @Answers(200, ExamResponse)
  async listen(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamQuestionParams }) { examId, number }: ExamQuestionParams,
    @Body({ schema: ListenRequest }) { id }: ListenRequest,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.listen(user.id, examId, number, id) };
  }

  @Post(':examId/questions/:number/takes')
  @Answers(200, ExamResponse)
  async addTake(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamQuestionParams }) { examId, number }: ExamQuestionParams,
    @Body({ schema: ExamTakeRequest }) { recordingId }: ExamTakeRequest,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.addTake(user.id, examId, number, recordingId) };
  }

  @Post(':examId/finish')
  @Answers(200, ExamResponse)
  async finish(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ExamParams }) { examId }: ExamParams,
  ): Promise<ExamResponse> {
    return { exam: await this.exams.finish(user.id, examId) };
  }

  @Delete(':examId')
  @HttpCode(204)
  delete(@CurrentUser() user: AuthUser, @Param({ schema: ExamParams }) { examId }: ExamParams): Promise<void> {
    return this.exams.delete(user.id, examId);
  }
}
