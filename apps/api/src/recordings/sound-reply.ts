import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Sound } from './recordings.service';

const STALLED_MS = 30_000;

/** The sound as an answer, or the part of it that was asked for. */
export function soundReply(reply: FastifyReply, { recording, range, object }: Sound): StreamableFile | undefined {
  void reply.header('accept-ranges', 'bytes').header('cache-control', 'private, no-store');
  if (range === 'outside' || !object) {
    void reply.status(416).header('content-range', `bytes */${recording.bytes}`);
    return undefined;
  }
  // Whoever does not read what they asked for keeps a file or a connection open.
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  if (range) {
    void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${recording.bytes}`);
  }
  return new StreamableFile(object.body, {
    type: recording.contentType,
    length: object.bytes,
    disposition: 'attachment; filename="answer"',
  });
}
