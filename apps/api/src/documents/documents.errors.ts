import { DomainError } from '../common/domain-error';

export const notKept = () =>
  new DomainError('documents/not-kept', 'The document of a counselling consult stays in the tabs of its members.');
export const documentClosed = () =>
  new DomainError('documents/closed', 'Updates are taken while the consult is open and shortly after it ended.');
export const documentDeleted = () =>
  new DomainError('documents/closed', 'The student deleted the document: it takes no update any more.');
export const documentPartDeleted = () =>
  new DomainError('documents/closed', 'The student deleted a part of the document: it takes no update any more.');
export const documentInUse = () =>
  new DomainError('documents/in-use', 'The document can be deleted once the consult is over.');
export const documentTooLarge = () => new DomainError('documents/too-large', 'A document has at most 5 MiB.');
export const updateMalformed = () =>
  new DomainError('documents/malformed', 'These bytes are no Yjs update (format 1) that this document can take.');
export const studentsOnly = () => new DomainError('auth/forbidden', 'Only the student may do this.');
export const busy = () =>
  new DomainError('server/unavailable', 'Too many documents are being merged: try again.', { retryAfterMs: 1000 });
