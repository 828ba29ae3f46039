import { DomainError } from '../common/domain-error';

/** The disk is full, the store is away, or it does not let us in: the cause says which, and stays inside. */
export const storeUnavailable = (cause: unknown) =>
  new DomainError('server/unavailable', 'Recordings cannot be kept or fetched right now: try again.', {
    cause,
    retryAfterMs: 5000,
  });
export const objectMissing = () =>
  new DomainError('server/unavailable', 'Part of this is not in the object store any more.');
export const wrongHash = () => new DomainError('request/invalid', 'The content is not what its hash says.');
export const wrongContentType = () => new DomainError('request/invalid', 'This is not a content type.');
export const rangeOutside = () => new DomainError('request/invalid', 'The range begins after the end.');
