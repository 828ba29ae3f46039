import { Readable } from 'node:stream';
import { EraseAccountRequest } from '@ieum/api-contract';
import { Body, Controller, Get, HttpCode, Post, Req, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttemptLimits } from '../auth/attempt-limits';
import { unauthenticated } from '../auth/auth.errors';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { clearRefreshCookie } from '../auth/refresh-cookie';
import { SameOriginGuard } from '../auth/same-origin.guard';
import { ErasureService } from './erasure.service';
import { ExportLimit } from './export-limit';
import { ExportService } from './export.service';

const STALLED_MS = 30_000;

/** What is kept about oneself: all of it, and the end of it. */
@ApiTags('users')
@Controller('users/me')
@UseGuards(SameOriginGuard)
export class PersonalDataController {
  constructor(
    private readonly exports: ExportService,
    private readonly exportLimit: ExportLimit,
    private readonly erasures: ErasureService,
    private readonly attempts: AttemptLimits,
  ) {}

  /** Everything, as one JSON file that is written while it is read. */
  @Get('export')
  @ApiProduces('application/json')
  @ApiOkResponse({ description: 'Granted.', schema: { type: 'object' } })
  async export(
    @CurrentUser() user: AuthUser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    this.exportLimit.spend(user.id);
    const pieces = await this.exports.open(user.id);
    if (!pieces) throw unauthenticated();
    // Whoever does not read what they asked for is not waited for with a document in memory.
    reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
    return new StreamableFile(Readable.from(pieces), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="ieum-export.json"',
    });
  }

  /** The password is asked for again: an open tab alone must not be enough. */
  @Post('erase')
  @HttpCode(204)
  async erase(
    @CurrentUser() user: AuthUser,
    @Body({ schema: EraseAccountRequest }) { password }: EraseAccountRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.attempts.spend(request.ip, user.id);
    await this.erasures.eraseSelf(user.id, password);
    clearRefreshCookie(request, reply);
  }
}
