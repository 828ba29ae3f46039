import { DomainError } from '../common/domain-error';

export const roomNotOpen = () => new DomainError('rooms/not-open', 'This consult has no open room now.');
export const notJoined = () => new DomainError('rooms/not-joined', 'Join a room first.');
export const peerNotFound = () => new DomainError('rooms/peer-not-found', 'No such peer in your room.');
export const documentNotRelayed = () =>
  new DomainError('documents/not-kept', 'The document of a counselling consult goes by no server.');
export const replaced = () => new DomainError('rooms/replaced', 'Another tab or device of yours has the seat now.');
export const peerIdTaken = () => new DomainError('rooms/peer-id-taken', 'This peer id belongs to somebody else here.');
