import { DomainError } from '../common/domain-error';

export const recordingNotFound = () => new DomainError('recordings/not-found', 'There is no such recording.');
export const recordingTooLarge = () =>
  new DomainError('recordings/too-large', 'A recording has at most 50 MiB and 15 minutes.');
export const dayQuotaReached = () =>
  new DomainError('recordings/quota-reached', 'So much cannot be recorded within a day: go on tomorrow.');
export const spaceQuotaReached = () =>
  new DomainError('recordings/no-room', 'There is no room for more recordings: delete some.');
export const wrongType = () =>
  new DomainError('recordings/wrong-type', 'These bytes do not begin a recording of the type that was announced.');
export const nothingInRange = () =>
  new DomainError('recordings/range-outside', 'The range begins after the end of the recording.');
export const sliceMissing = () =>
  new DomainError('recordings/incomplete', 'Slices come in order, and all of them before the end.');
export const sliceConflict = () =>
  new DomainError(
    'recordings/slice-conflict',
    'Something else is in the place of this slice, or the recording is over.',
  );
export const digestMismatch = () =>
  new DomainError('recordings/digest-mismatch', 'The bytes are not those that Content-Digest tells of (RFC 9530).');
export const sliceTooLarge = () => new DomainError('request/too-large', 'The body is too large.');
export const bodyBrokeOff = (cause: unknown) => new DomainError('request/invalid', 'The body broke off.', { cause });
export const tooManyRequests = (retryAfterMs: number) =>
  new DomainError('request/rate-limited', 'Too many requests for recordings.', { retryAfterMs });
