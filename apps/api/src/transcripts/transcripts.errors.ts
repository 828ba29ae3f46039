import { DomainError } from '../common/domain-error';

export const notAvailable = () =>
  new DomainError('transcripts/not-available', 'Nobody makes text of recordings here: type it.');
