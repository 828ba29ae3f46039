import { DomainError } from '../common/domain-error';
import type { StoreFault } from './store-fault';

/** What is the matter stays inside. */
export const storeUnavailable = (cause: StoreFault) =>
  new DomainError('server/unavailable', 'Files cannot be kept or fetched right now: try again.', {
    cause,
    retryAfterMs: 5000,
  });
export const objectMissing = () =>
  new DomainError('server/unavailable', 'A part of this is not in the object store any more.');
export const wrongHash = () => new DomainError('request/invalid', 'The content is not what its hash says.');
export const wrongContentType = () => new DomainError('request/invalid', 'This is not a content type.');
export const rangeOutside = () => new DomainError('request/invalid', 'The range begins after the end.');
