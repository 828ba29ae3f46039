import {
  AppendDocumentUpdateRequest,
  AppendDocumentUpdateResponse,
  ConsultParams,
  DOCUMENT_MAX_BASE64,
  DocumentPartParams,
  DocumentResponse,
} from '@ieum/api-contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { BodyLimit } from '../common/body-limit.decorator';
import { DocumentLimit } from './document-limit';
import { DocumentsService } from './documents.service';

/** The largest update, and the JSON around it. */
const BODY_LIMIT_BYTES = DOCUMENT_MAX_BASE64 + 1024;

@ApiTags('documents')
@Controller('consults/:consultId/document')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly limit: DocumentLimit,
  ) {}

  @Get()
  @Answers(200, DocumentResponse)
  get(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<DocumentResponse> {
    this.limit.spendRead(user.id);
    return this.documents.get(user.id, consultId);
  }

  @Post('updates')
  @BodyLimit(BODY_LIMIT_BYTES)
  @Answers(201, AppendDocumentUpdateResponse)
  async append(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
    @Body({ schema: AppendDocumentUpdateRequest }) { update }: AppendDocumentUpdateRequest,
  ): Promise<AppendDocumentUpdateResponse> {
    return this.limit.write(user.id, async () => {
      const seq = await this.documents.append(user.id, consultId, Buffer.from(update, 'base64'));
      return { seq };
    });
  }

  @Delete()
  @HttpCode(204)
  delete(@CurrentUser() user: AuthUser, @Param({ schema: ConsultParams }) { consultId }: ConsultParams): Promise<void> {
    return this.documents.delete(user.id, consultId);
  }

  @Delete('parts/:part')
  @HttpCode(204)
  deletePart(
    @CurrentUser() user: AuthUser,
    @Param({ schema: DocumentPartParams }) { consultId, part }: DocumentPartParams,
  ): Promise<void> {
    return this.limit.write(user.id, () => this.documents.deletePart(user.id, consultId, part));
  }
}
