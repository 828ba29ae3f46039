import type { Consult } from '@ieum/signaling-protocol';
import { paths } from './paths';

/** The page where a member of this consult belongs now. */
export function placeOf(consult: Pick<Consult, 'id' | 'status' | 'role'>): string {
  switch (consult.status) {
    case 'waiting':
      return consult.role === 'student' ? paths.wait(consult.id) : paths.live;
    case 'matched':
    case 'live':
      return paths.room(consult.id);
    case 'ended':
      return paths.feedback(consult.id);
    case 'cancelled':
    case 'expired':
      return consult.role === 'student' ? paths.wait(consult.id) : paths.live;
  }
}
