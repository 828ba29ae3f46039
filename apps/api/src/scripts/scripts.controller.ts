import {
  QuestionParams,
  QuestionScriptResponse,
  SaveScriptRequest,
  ScriptListQuery,
  ScriptListResponse,
  ScriptParams,
  ScriptResponse,
  ScriptVersionsResponse,
  VersionParams,
} from '@ieum/api-contract';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { ScriptLimit } from './script-limit';
import { ScriptsService } from './scripts.service';

@ApiTags('scripts')
@Controller('scripts')
export class ScriptsController {
  constructor(
    private readonly scripts: ScriptsService,
    private readonly limit: ScriptLimit,
  ) {}

  @Get()
  @Answers(200, ScriptListResponse)
  list(
    @CurrentUser() user: AuthUser,
    @Query({ schema: ScriptListQuery }) query: ScriptListQuery,
  ): Promise<ScriptListResponse> {
    if (query.q) this.limit.spendRead(user.id);
    return this.scripts.list(user.id, query);
  }

  @Get('of-question/:questionId')
  @Answers(200, QuestionScriptResponse)
  async ofQuestion(
    @CurrentUser() user: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
  ): Promise<QuestionScriptResponse> {
    return { script: await this.scripts.ofQuestion(user.id, questionId) };
  }

  @Put('of-question/:questionId')
  @Answers(200, ScriptResponse)
  async save(
    @CurrentUser() user: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
    @Body({ schema: SaveScriptRequest }) body: SaveScriptRequest,
  ): Promise<ScriptResponse> {
    this.limit.spendWrite(user.id);
    return { script: await this.scripts.save(user.id, questionId, body) };
  }

  @Get(':scriptId')
  @Answers(200, ScriptResponse)
  async get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ScriptParams }) { scriptId }: ScriptParams,
  ): Promise<ScriptResponse> {
    return { script: await this.scripts.get(user.id, scriptId) };
  }

  @Delete(':scriptId')
  @Answers(200, ScriptResponse)
  async delete(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ScriptParams }) { scriptId }: ScriptParams,
  ): Promise<ScriptResponse> {
    this.limit.spendWrite(user.id);
    return { script: await this.scripts.delete(user.id, scriptId) };
  }

  @Post(':scriptId/restore')
  @Answers(200, ScriptResponse)
  async restore(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ScriptParams }) { scriptId }: ScriptParams,
  ): Promise<ScriptResponse> {
    this.limit.spendWrite(user.id);
    return { script: await this.scripts.restore(user.id, scriptId) };
  }

  @Get(':scriptId/versions')
  @Answers(200, ScriptVersionsResponse)
  async versions(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ScriptParams }) { scriptId }: ScriptParams,
  ): Promise<ScriptVersionsResponse> {
    this.limit.spendRead(user.id);
    return { versions: await this.scripts.versions(user.id, scriptId) };
  }

  /** Keeps the text as it is now. */
  @Post(':scriptId/versions')
  @Answers(201, ScriptVersionsResponse)
  async keepVersion(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ScriptParams }) { scriptId }: ScriptParams,
  ): Promise<ScriptVersionsResponse> {
    this.limit.spendWrite(user.id);
    return { versions: await this.scripts.keepVersion(user.id, scriptId) };
  }

  @Delete(':scriptId/versions/:number')
  @Answers(200, ScriptVersionsResponse)
  async deleteVersion(
    @CurrentUser() user: AuthUser,
    @Param({ schema: VersionParams }) { scriptId, number }: VersionParams,
  ): Promise<ScriptVersionsResponse> {
    this.limit.spendWrite(user.id);
    return { versions: await this.scripts.deleteVersion(user.id, scriptId, number) };
  }

  @Post(':scriptId/versions/:number/restore')
  @Answers(200, ScriptResponse)
  async restoreVersion(
    @CurrentUser() user: AuthUser,
    @Param({ schema: VersionParams }) { scriptId, number }: VersionParams,
  ): Promise<ScriptResponse> {
    this.limit.spendWrite(user.id);
    return { script: await this.scripts.restoreVersion(user.id, scriptId, number) };
  }
}
