import type { Consult } from '@ieum/signaling-protocol';
import { useHistoryState } from 'wouter/use-browser-location';

/** Who closed a meeting before it began; `nobody`: its time ran out. */
export type ClosedBy = 'me' | 'partner' | 'nobody';

/** What the room hands, in the history's state, to the page it leads to. */
export interface ClosedMeeting {
  readonly closedBy: ClosedBy;
  readonly partner: string;
}

/** What is to be told about a consult that was cancelled or expired while this tab was in its room. */
export function closedMeeting(consult: Consult, cancelledHere: boolean): ClosedMeeting | null {
  const partner = (consult.role === 'student' ? consult.mentor?.nickname : consult.student.nickname) ?? '';
  if (consult.status === 'expired') return { closedBy: 'nobody', partner };
  if (consult.status === 'cancelled') return { closedBy: cancelledHere ? 'me' : 'partner', partner };
  return null;
}

/** What the room handed to this page, if one comes from there. */
export function useClosedMeeting(): ClosedMeeting | null {
  const state: unknown = useHistoryState();
  return isClosedMeeting(state) ? state : null;
}

const isClosedMeeting = (state: unknown): state is ClosedMeeting =>
  typeof state === 'object' && state !== null && 'closedBy' in state && 'partner' in state;
