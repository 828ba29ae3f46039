import { TranscriptionFailed, type TranscriptionFailure } from './transcription-failed';

/** gRPC's status codes (google.rpc.Code). */
const FAILURES: Readonly<Record<number, TranscriptionFailure>> = {
  3: 'unsupported-audio',
  4: 'timed-out',
  5: 'unavailable',
  7: 'refused',
  8: 'rate-limited',
  9: 'refused',
  11: 'too-large',
  12: 'bad-answer',
  16: 'refused',
};

/** How it says that audio inside a request is longer than it takes there, about a minute. */
const TOO_LONG = /duration limit|too long|exceeds|GCS URI/iu;

/** How the client says that an answer is larger than it takes: with the code of a quota. */
const TOO_MUCH = /larger than max/iu;

/** Quotas of Google are counted by the minute. */
const QUOTA_MS = 60_000;

/** Takes the code of what the client threw, and nothing that it says. */
export function failureOf(error: unknown): TranscriptionFailed {
  if (error instanceof TranscriptionFailed) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 3 && error instanceof Error && TOO_LONG.test(error.message)) return new TranscriptionFailed('too-large');
  if (code === 8 && error instanceof Error && TOO_MUCH.test(error.message))
    return new TranscriptionFailed('bad-answer');
  // The key file is not there, or is none.
  if (code === 'ENOENT' || code === 'EACCES' || error instanceof SyntaxError) return new TranscriptionFailed('refused');
  const reason = (typeof code === 'number' ? FAILURES[code] : undefined) ?? 'unavailable';
  return new TranscriptionFailed(reason, reason === 'rate-limited' ? QUOTA_MS : undefined);
}
