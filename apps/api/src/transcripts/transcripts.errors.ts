import { DomainError } from '../common/domain-error';

export const notAvailable = () =>
  new DomainError('transcripts/not-available', 'Nobody makes text of recordings here: type it.');
export const askedTooOften = (retryAfterMs: number) =>
  new DomainError('transcripts/quota-reached', 'Text was made of so many recordings today: go on tomorrow.', {
    retryAfterMs,
  });
