import type { Consult } from '@ieum/signaling-protocol';

/** `end-alone`: the student ends because the mentor does not come back. */
export type ClosingChoice = 'cancel' | 'end' | 'end-alone' | null;

/** How this member may close the consult for good, apart from leaving for a moment. */
export function closingChoice({ status, role }: Pick<Consult, 'status' | 'role'>, peerHere: boolean): ClosingChoice {
  if (status === 'matched') return 'cancel';
  if (status !== 'live') return null;
  if (role === 'mentor') return 'end';
  return peerHere ? null : 'end-alone';
}
