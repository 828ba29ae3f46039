import type { Consult } from '@ieum/signaling-protocol';
import type { waitingMessages } from './messages';

type Words = (typeof waitingMessages)['en'];
type Closed = Pick<Consult, 'status' | 'mentor'>;

/** The heading of a request that was closed, or of a meeting where a mentor had accepted. */
export function closedTitle(m: Words, { status, mentor }: Closed): string {
  const words = mentor ? m.meeting : m;
  return status === 'expired' ? words.expiredTitle : words.cancelledTitle;
}

/** What became of it, and who did that, as far as this tab knows. */
export function closedText(m: Words, { status, mentor }: Closed, closedBy: 'me' | 'partner' | 'nobody' | null): string {
  if (!mentor) return status === 'expired' ? m.expired : m.cancelled;
  const named = { name: mentor.nickname };
  if (status === 'expired') return m.meeting.expired(named);
  if (closedBy === 'me') return m.meeting.cancelledByMe(named);
  return closedBy === 'partner' ? m.meeting.cancelledByMentor(named) : m.meeting.cancelled(named);
}
