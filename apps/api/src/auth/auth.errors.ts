import { DomainError } from '../common/domain-error';

export const unauthenticated = (cause?: unknown) =>
  new DomainError('auth/unauthenticated', 'A valid access token is needed.', { cause });
export const tokenExpired = (cause?: unknown) =>
  new DomainError('auth/token-expired', 'The access token ended: refresh it.', { cause });
export const forbidden = () => new DomainError('auth/forbidden', 'Your role does not allow this.');
export const sessionEnded = () => new DomainError('auth/session-ended', 'This session was ended: log in again.');
export const refreshReused = () =>
  new DomainError('auth/refresh-reused', 'This refresh token was used before: the session was ended.');
export const invalidCredentials = () =>
  new DomainError('auth/invalid-credentials', 'The e-mail and the password do not belong together.');
export const weakPassword = () =>
  new DomainError('auth/weak-password', 'This password is among the first that anybody would try.');
export const guardianConsentRequired = () =>
  new DomainError('auth/guardian-consent-required', 'Under 14 a guardian has to consent first.');
export const foreignOrigin = () => new DomainError('auth/forbidden', 'This request may only come from our own pages.');
export const sessionNotFound = () => new DomainError('request/not-found', 'No such session among yours.');
