import { PracticeProgressQuery, PracticeProgressResponse } from '@ieum/api-contract';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { RecordingLimit } from '../recordings/recording-policy';
import { PracticeProgressService } from './practice-progress.service';

@ApiTags('practice')
@Controller('practice/progress')
export class PracticeProgressController {
  constructor(
    private readonly progress: PracticeProgressService,
    private readonly limit: RecordingLimit,
  ) {}

  @Get()
  @Answers(200, PracticeProgressResponse)
  get(
    @CurrentUser() user: AuthUser,
    @Query({ schema: PracticeProgressQuery }) query: PracticeProgressQuery,
  ): Promise<PracticeProgressResponse> {
    this.limit.spendRead(user.id);
    return this.progress.of(user.id, query);
  }
}
