import { z } from 'zod';

/** Every reason for which a request can be refused, on the socket and over REST alike. */
export const ERROR_CODES = [
  'protocol/unsupported-version',
  'request/invalid',
  'request/not-found',
  'request/too-large',
  'request/rate-limited',
  'request/unknown-event',
  'auth/unauthenticated',
  'auth/token-expired',
  'auth/forbidden',
  'auth/invalid-credentials',
  'auth/email-taken',
  'auth/weak-password',
  'auth/guardian-consent-required',
  'auth/refresh-reused',
  'auth/session-ended',
  'auth/too-many-sockets',
  'mentors/profile-missing',
  'consults/not-found',
  'consults/already-matched',
  'consults/not-open',
  'consults/illegal-transition',
  'consults/student-has-open',
  'consults/mentor-busy',
  'consults/own-request',
  'consults/practice-needs-speaking',
  'rooms/not-open',
  'rooms/not-joined',
  'rooms/peer-not-found',
  'rooms/peer-id-taken',
  'rooms/replaced',
  'feedback/not-found',
  'feedback/not-ready',
  'feedback/stale-version',
  'feedback/already-sent',
  'documents/not-kept',
  'documents/closed',
  'documents/in-use',
  'documents/too-large',
  'documents/malformed',
  'scripts/not-found',
  'scripts/stale-revision',
  'scripts/too-many-versions',
  'scripts/another-is-there',
  'scripts/too-many',
  'recordings/not-found',
  'recordings/too-large',
  'recordings/quota-reached',
  'recordings/no-room',
  'recordings/wrong-type',
  'recordings/range-outside',
  'recordings/incomplete',
  'recordings/slice-conflict',
  'recordings/digest-mismatch',
  'transcripts/not-available',
  'exams/not-found',
  'exams/another-open',
  'exams/over',
  'exams/not-now',
  'exams/no-listens-left',
  'exams/too-few-questions',
  'written-feedback/not-found',
  'written-feedback/too-many-open',
  'written-feedback/too-many-today',
  'written-feedback/too-many-claims',
  'written-feedback/already-claimed',
  'written-feedback/claim-lost',
  'written-feedback/no-extensions',
  'written-feedback/not-open',
  'written-feedback/stale-revision',
  'written-feedback/empty',
  'transcripts/quota-reached',
  'questions/not-found',
  'questions/no-survey',
  'questions/none-fit',
  'questions/key-taken',
  'questions/stale-version',
  'questions/bad-file',
  'questions/bad-sound',
  'server/unavailable',
  'server/internal',
] as const;

export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** One offending place of a payload: where, and which rule it broke. Never the offending value. */
export const ErrorIssue = z.object({ path: z.string(), code: z.string() });
export type ErrorIssue = z.infer<typeof ErrorIssue>;

/**
 * What a refused request gets. `message` is for developers, in English; people read words chosen by `code`.
 * `retryAfterMs` stands on `request/rate-limited`, `transcripts/quota-reached` and, where it is known, `server/unavailable`;
 * `issues` on `request/invalid` and `questions/bad-file`.
 */
export const ProtocolError = z.object({
  code: ErrorCode,
  message: z.string(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  issues: z.array(ErrorIssue).optional(),
});
export type ProtocolError = z.infer<typeof ProtocolError>;
