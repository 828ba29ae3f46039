import { DomainError } from '../common/domain-error';

export const soundNotFound = () => new DomainError('questions/not-found', 'Nobody has spoken this question.');
export const badSound = () =>
  new DomainError('questions/bad-sound', 'These bytes are no sound alone as MP3, Ogg, WAV or M4A.');
