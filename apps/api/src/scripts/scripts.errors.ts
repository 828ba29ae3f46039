import { MAX_SCRIPTS } from '@ieum/api-contract';
import { DomainError } from '../common/domain-error';

export const scriptNotFound = () => new DomainError('scripts/not-found', 'There is no such script.');
export const versionNotFound = () => new DomainError('scripts/not-found', 'The script has no such version.');
export const staleRevision = () =>
  new DomainError('scripts/stale-revision', 'The script was changed elsewhere since this revision.');
export const tooManyVersions = () => new DomainError('scripts/too-many-versions', 'A script keeps a hundred versions.');
export const tooManyScripts = () =>
  new DomainError('scripts/too-many', `One has at most ${MAX_SCRIPTS} scripts, with those that can be restored.`);
export const tooManyRequests = (retryAfterMs: number) =>
  new DomainError('request/rate-limited', 'Too many requests for scripts.', { retryAfterMs });
export const anotherIsThere = () =>
  new DomainError('scripts/another-is-there', 'This question has a new script: delete that one first.');
