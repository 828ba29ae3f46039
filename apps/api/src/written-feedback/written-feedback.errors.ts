import { DomainError } from '../common/domain-error';

export const writtenFeedbackNotFound = () =>
  new DomainError('written-feedback/not-found', 'There is no such request for written feedback among yours.');
export const tooManyOpen = () =>
  new DomainError('written-feedback/too-many-open', 'Three requests are open: wait for an answer, or withdraw one.');
export const tooManyToday = () =>
  new DomainError('written-feedback/too-many-today', 'Ten requests within a day are all: go on tomorrow.');
export const tooManyClaims = () =>
  new DomainError('written-feedback/too-many-claims', 'You hold three requests: answer or release one first.');
export const alreadyClaimed = () =>
  new DomainError('written-feedback/already-claimed', 'Another mentor has claimed this request.');
export const claimLost = () =>
  new DomainError('written-feedback/claim-lost', 'Your claim is over: claim it again if it is free.');
export const noExtensions = () =>
  new DomainError('written-feedback/no-extensions', 'A claim can be extended three times.');
export const notOpen = () =>
  new DomainError('written-feedback/not-open', 'This request was answered or withdrawn already.');
export const notAnswered = () => new DomainError('written-feedback/not-open', 'This request has no answer.');
export const stillOpen = () =>
  new DomainError('consults/illegal-transition', 'This request is open: withdraw it before you delete it.');
export const staleDraft = () =>
  new DomainError('written-feedback/stale-revision', 'The draft was changed elsewhere since this revision.');
export const nothingToRead = () =>
  new DomainError('written-feedback/empty', 'Write something or choose a take before you ask.');
export const nothingSaid = () => new DomainError('written-feedback/empty', 'Write something before you answer.');
export const tooManyRequests = (retryAfterMs: number) =>
  new DomainError('request/rate-limited', 'Too many claims or drafts of written feedback.', { retryAfterMs });
