import { QuestionParams } from '@ieum/api-contract';
import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { rangeOf } from '../recordings/byte-range';
import { RecordingLimit } from '../recordings/recording-policy';
import { nothingInRange } from '../recordings/recordings.errors';
import { QuestionSoundsService } from './question-sounds.service';

const STALLED_MS = 30_000;

@ApiTags('practice')
@Controller('practice/questions')
export class QuestionSoundsController {
  constructor(
    private readonly sounds: QuestionSoundsService,
    private readonly limit: RecordingLimit,
  ) {}

  /** A part of it where a `Range` asks for one (RFC 9110, §14), and nothing where the caller has this one already (§13.1.2). */
  @Get(':questionId/sound')
  @ApiProduces('audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/mp4')
  @ApiOkResponse({ description: 'Granted.', schema: { type: 'string', format: 'binary' } })
  async sound(
    @CurrentUser() user: AuthUser,
    @Param({ schema: QuestionParams }) { questionId }: QuestionParams,
    @Headers('range') rangeHeader: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Headers('if-range') ofThis: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    this.limit.spendRead(user.id);
    const sound = await this.sounds.find(questionId);
    const etag = `"${sound.sha256.toString('hex')}"`;
    void reply.header('accept-ranges', 'bytes').header('cache-control', 'private, no-cache').header('etag', etag);
    if (known?.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))) {
      void reply.status(304);
      return undefined;
    }
    // A part of an older one would not fit to what is there (RFC 9110, §13.1.5).
    const range = ofThis === undefined || ofThis === etag ? rangeOf(rangeHeader, sound.bytes) : undefined;
    if (range === 'outside') {
      void reply.header('content-range', `bytes */${sound.bytes}`);
      throw nothingInRange();
    }
    const object = await this.sounds.open(sound, range);
    // Whoever does not read what they asked for keeps a file or a connection open.
    reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
    if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${sound.bytes}`);
    return new StreamableFile(object.body, {
      type: sound.contentType,
      length: object.bytes,
      disposition: 'attachment; filename="question"',
    });
  }
}
