import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { toldDigest } from './content-digest';
import { nothingInRange } from './recordings.errors';
import type { Sound } from './recordings.service';

const STALLED_MS = 30_000;

/** The sound as an answer, or the part of it that was asked for; where browsers reach the store, its address there. */
export function soundReply(reply: FastifyReply, { recording, range, source }: Sound): StreamableFile | undefined {
  void reply.header('accept-ranges', 'bytes').header('cache-control', 'private, no-store');
  if (source === null) {
    void reply.header('content-range', `bytes */${recording.bytes}`);
    throw nothingInRange();
  }
  if (typeof source === 'string') {
    void reply.status(307).header('location', source);
    return undefined;
  }
  // Whoever does not read what they asked for keeps a file or a connection open.
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  if (range) {
    void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${recording.bytes}`);
  }
  if (recording.sha256) void reply.header('repr-digest', toldDigest(recording.sha256));
  return new StreamableFile(source.body, {
    type: recording.contentType,
    length: source.bytes,
    disposition: 'attachment; filename="answer"',
  });
}
