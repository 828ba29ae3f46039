import type { ErrorIssue } from '@ieum/signaling-protocol';
import { DomainError } from '../common/domain-error';

export const questionNotFound = () => new DomainError('questions/not-found', 'There is no such question.');
export const noSurvey = () => new DomainError('questions/no-survey', 'Nobody knows yet what this learner practises.');
export const noneFit = () =>
  new DomainError('questions/none-fit', 'There is no question of this topic, type and level.');
export const keyTaken = () => new DomainError('questions/key-taken', 'Another question has this key.');
export const staleQuestion = () =>
  new DomainError('questions/stale-version', 'The question was changed since this version.');
export const fileTooLarge = () => new DomainError('request/too-large', 'The file is too large.');

/** `path` of an issue is the number of the row, and the field where it is one field’s. */
export const badFile = (issues: ErrorIssue[], cause?: unknown) =>
  new DomainError('questions/bad-file', 'The file has mistakes in it: nothing was taken over.', { issues, cause });
