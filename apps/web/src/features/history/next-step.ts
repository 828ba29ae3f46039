import type { Consult } from '@ieum/signaling-protocol';

/** Where a row of the history leads. */
export type NextStep =
  | { readonly to: 'waiting' | 'room' }
  | { readonly to: 'feedback'; readonly as: 'write' | 'finish' | 'read' | 'see' | 'pending' }
  | { readonly to: 'nowhere'; readonly deleted: boolean };

export function nextStep(consult: Pick<Consult, 'status' | 'role' | 'feedback'>): NextStep {
  switch (consult.status) {
    case 'waiting':
      return consult.role === 'student' ? { to: 'waiting' } : { to: 'nowhere', deleted: false };
    case 'matched':
    case 'live':
      return { to: 'room' };
    case 'ended':
      return afterwards(consult);
    // Closed before both were in the room: there is nothing to give feedback on.
    case 'cancelled':
    case 'expired':
      return { to: 'nowhere', deleted: false };
  }
}

function afterwards({ role, feedback }: Pick<Consult, 'role' | 'feedback'>): NextStep {
  if (feedback === 'deleted') return { to: 'nowhere', deleted: true };
  if (role === 'student') return { to: 'feedback', as: feedback === 'sent' ? 'read' : 'pending' };
  if (feedback === 'sent') return { to: 'feedback', as: 'see' };
  return { to: 'feedback', as: feedback === 'draft' ? 'finish' : 'write' };
}
