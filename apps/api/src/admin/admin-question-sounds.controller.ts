import { AdminQuestionResponse, QuestionParams } from '@ieum/api-contract';
import { Controller, Delete, Param, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { QuestionSoundsService } from '../question-sounds/question-sounds.service';
import { QuestionBankService } from '../questions/question-bank.service';
import { AdminAuditService } from './admin-audit.service';

/** How questions are spoken, where somebody has spoken them. */
@ApiTags('admin')
@Roles('admin')
@Controller('admin/questions')
export class AdminQuestionSoundsController {
  constructor(
    private readonly audit: AdminAuditService,
    private readonly sounds: QuestionSoundsService,
    private readonly bank: QuestionBankService,
  ) {}

  /** The bytes of a sound file, in the place of the one before. */
  @Put(':questionId/sound')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, AdminQuestionResponse)
  async set(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
    @Req() { body }: FastifyRequest,
  ): Promise<AdminQuestionResponse> {
    await this.audit.didToQuestion(admin.id, 'question-sound-set', questionId);
    await this.sounds.set(questionId, body);
    return { question: await this.bank.get(questionId) };
  }

  @Delete(':questionId/sound')
  @Answers(200, AdminQuestionResponse)
  async remove(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
  ): Promise<AdminQuestionResponse> {
    await this.audit.didToQuestion(admin.id, 'question-sound-removed', questionId);
    await this.sounds.remove(questionId);
    return { question: await this.bank.get(questionId) };
  }
}
