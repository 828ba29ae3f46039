import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AdminQuestionResponse,
  AdminQuestions,
  AdminQuestionsQuery,
  ChangeQuestionRequest,
  ExportQuestionsQuery,
  ImportQuestionsQuery,
  ImportQuestionsRequest,
  ImportQuestionsResponse,
  QUESTION_FILE_MAX_BYTES,
  QuestionInput,
  QuestionParams,
} from '@ieum/api-contract';
import { Body, Controller, Get, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { BodyLimit } from '../common/body-limit.decorator';
import { QuestionBankService } from '../questions/question-bank.service';
import { AdminAuditService } from './admin-audit.service';

/** A file within JSON: quotes and line ends take two bytes there. */
const IMPORT_BODY_LIMIT_BYTES = 2 * QUESTION_FILE_MAX_BYTES + 1024;

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** The questions that learners practise with. Every look and change is written down before it is answered. */
@ApiTags('admin')
@Roles('admin')
@Controller('admin/questions')
export class AdminQuestionsController {
  constructor(
    private readonly audit: AdminAuditService,
    private readonly bank: QuestionBankService,
  ) {}

  @Get()
  @Answers(200, AdminQuestions)
  async list(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: AdminQuestionsQuery }) query: AdminQuestionsQuery,
  ): Promise<AdminQuestions> {
    await this.audit.looksAt(admin.id, 'questions-listed');
    return this.bank.list(query);
  }

  @Post()
  @Answers(201, AdminQuestionResponse)
  async add(
    @CurrentUser() admin: AuthUser,
    @Body({ schema: QuestionInput }) body: QuestionInput,
  ): Promise<AdminQuestionResponse> {
    const id = randomUUID();
    await this.audit.didToQuestion(admin.id, 'question-added', id);
    return { question: await this.bank.add(id, body) };
  }

  /** Those in use, as a file to download. */
  @Get('export')
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ description: 'Granted.', schema: { type: 'string' } })
  async export(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: ExportQuestionsQuery }) { format }: ExportQuestionsQuery,
  ): Promise<StreamableFile> {
    await this.audit.did(admin.id, 'questions-exported');
    return new StreamableFile(Readable.from(this.bank.export(format)), {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="ieum-questions.${format}"`,
    });
  }

  @Post('import')
  @BodyLimit(IMPORT_BODY_LIMIT_BYTES)
  @Answers(200, ImportQuestionsResponse)
  async import(
    @CurrentUser() admin: AuthUser,
    @Query({ schema: ImportQuestionsQuery }) { dryRun }: ImportQuestionsQuery,
    @Body({ schema: ImportQuestionsRequest }) body: ImportQuestionsRequest,
  ): Promise<ImportQuestionsResponse> {
    const dry = dryRun === 'true';
    await (dry ? this.audit.looksAt(admin.id, 'questions-listed') : this.audit.did(admin.id, 'questions-imported'));
    return this.bank.import(body, dry);
  }

  @Put(':questionId')
  @Answers(200, AdminQuestionResponse)
  async change(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
    @Body({ schema: ChangeQuestionRequest }) body: ChangeQuestionRequest,
  ): Promise<AdminQuestionResponse> {
    await this.audit.didToQuestion(admin.id, 'question-changed', questionId);
    return { question: await this.bank.change(questionId, body) };
  }

  @Post(':questionId/retire')
  @Answers(200, AdminQuestionResponse)
  async retire(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
  ): Promise<AdminQuestionResponse> {
    await this.audit.didToQuestion(admin.id, 'question-retired', questionId);
    return { question: await this.bank.retire(questionId) };
  }

  @Post(':questionId/restore')
  @Answers(200, AdminQuestionResponse)
  async restore(
    @CurrentUser() admin: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
  ): Promise<AdminQuestionResponse> {
    await this.audit.didToQuestion(admin.id, 'question-restored', questionId);
    return { question: await this.bank.restore(questionId) };
  }
}
