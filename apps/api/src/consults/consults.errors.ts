import { DomainError } from '../common/domain-error';
import type { ConsultAction } from './consult-status';

export const consultNotFound = () => new DomainError('consults/not-found', 'No such consult among yours.');
export const alreadyMatched = () =>
  new DomainError('consults/already-matched', 'Another mentor accepted this consult first.');
export const notOpen = () => new DomainError('consults/not-open', 'This consult is closed.');
export const notWaiting = () => new DomainError('consults/not-open', 'This consult is not waiting any more.');
export const tooLateForReadiness = () =>
  new DomainError('consults/not-open', 'How ready a student is can be told until the consult is live.');
export const studentsOnly = () => new DomainError('auth/forbidden', 'Only the student may do this.');
export const illegalTransition = (action: ConsultAction) =>
  new DomainError('consults/illegal-transition', `This consult cannot ${action} in its present status.`);
export const studentHasOpen = () =>
  new DomainError('consults/student-has-open', 'You have an open consult: cancel or finish it first.');
export const mentorBusy = () =>
  new DomainError('consults/mentor-busy', 'You have accepted a consult already: end it first.');
export const profileMissing = () =>
  new DomainError('mentors/profile-missing', 'Say in your mentor profile what you help with first.');
export const practiceNeedsSpeaking = () =>
  new DomainError('consults/practice-needs-speaking', 'Only requests of the kind `speaking` carry practice.');
export const ownRequest = () => new DomainError('consults/own-request', 'You cannot accept your own request.');
