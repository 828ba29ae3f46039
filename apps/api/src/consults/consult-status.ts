import { CONSULT_STATUSES, type ConsultStatus } from '@ieum/signaling-protocol';

/** What can happen to a consult. `expire` is its lease running out: nobody who owns it is connected any more. */
export const CONSULT_ACTIONS = ['accept', 'start', 'end', 'cancel', 'expire'] as const;
export type ConsultAction = (typeof CONSULT_ACTIONS)[number];

/** Every legal transition; what is not here is refused and changes nothing. */
export const TRANSITIONS: Readonly<Record<ConsultStatus, Readonly<Partial<Record<ConsultAction, ConsultStatus>>>>> = {
  waiting: { accept: 'matched', cancel: 'cancelled', expire: 'expired' },
  matched: { start: 'live', cancel: 'cancelled', expire: 'expired' },
  live: { end: 'ended', expire: 'ended' },
  ended: {},
  cancelled: {},
  expired: {},
};

/** The statuses in which a consult holds its student, and once matched its mentor. */
export const OPEN_STATUSES = ['waiting', 'matched', 'live'] as const satisfies readonly ConsultStatus[];

export function isOpen(status: ConsultStatus): boolean {
  return (OPEN_STATUSES as readonly ConsultStatus[]).includes(status);
}

/** The statuses in which the student may still say how ready they are. */
export const READINESS_STATUSES = ['waiting', 'matched'] as const satisfies readonly ConsultStatus[];

/** The statuses in which the consult's room can be entered. */
export function hasRoom(status: ConsultStatus): boolean {
  return status === 'matched' || status === 'live';
}

/** The legal `[from, to]` pairs of an action. */
export function transitionsOf(action: ConsultAction): [ConsultStatus, ConsultStatus][] {
  return CONSULT_STATUSES.flatMap((from): [ConsultStatus, ConsultStatus][] => {
    const to = TRANSITIONS[from][action];
    return to ? [[from, to]] : [];
  });
}
