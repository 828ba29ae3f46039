import { PracticeProgressQuery, PracticeProgressResponse } from '@ieum/api-contract';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { PracticeProgressService } from './practice-progress.service';
import { ProgressLimit } from './progress-limit';

@ApiTags('practice')
@Controller('practice/progress')
export class PracticeProgressController {
  constructor(
    private readonly progress: PracticeProgressService,
    private readonly limit: ProgressLimit,
  ) {}

  @Get()
  @Answers(200, PracticeProgressResponse)
  get(
    @CurrentUser() user: AuthUser,
    @Query({ schema: PracticeProgressQuery }) query: PracticeProgressQuery,
  ): Promise<PracticeProgressResponse> {
    this.limit.spend(user.id);
    return this.progress.of(user.id, query);
  }
}
