import { DomainError } from '../common/domain-error';

export const feedbackNotFound = () => new DomainError('feedback/not-found', 'There is no feedback for this consult.');
export const feedbackNotReady = () => new DomainError('feedback/not-ready', 'The feedback has not been sent yet.');
export const feedbackEmpty = () => new DomainError('feedback/not-ready', 'Write something before you send it.');
export const consultNotTaught = () =>
  new DomainError('feedback/not-ready', 'Feedback can be written once the consult has been live.');
export const staleVersion = () =>
  new DomainError('feedback/stale-version', 'The draft was changed elsewhere since this version.');
export const alreadySent = () => new DomainError('feedback/already-sent', 'The feedback was sent and stays as it is.');
