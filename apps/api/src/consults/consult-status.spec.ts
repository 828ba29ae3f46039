import { CONSULT_STATUSES, type ConsultStatus } from '@ieum/signaling-protocol';
import { describe, expect, it } from '@jest/globals';
import { CONSULT_ACTIONS, type ConsultAction, isOpen, TRANSITIONS, transitionsOf } from './consult-status';

const legal: [ConsultStatus, ConsultAction, ConsultStatus][] = [
  ['waiting', 'accept', 'matched'],
  ['waiting', 'cancel', 'cancelled'],
  ['waiting', 'expire', 'expired'],
  ['matched', 'start', 'live'],
  ['matched', 'cancel', 'cancelled'],
  ['matched', 'expire', 'expired'],
  ['live', 'end', 'ended'],
  ['live', 'expire', 'ended'],
];

describe('the transition table of a consult', () => {
  it.each(legal)('takes a %s consult by %s to %s', (from, action, to) => {
    expect(TRANSITIONS[from][action]).toBe(to);
  });

  const illegal = CONSULT_STATUSES.flatMap((from) =>
    CONSULT_ACTIONS.filter((action) => !legal.some(([f, a]) => f === from && a === action)).map(
      (action) => [from, action] as const,
    ),
  );
  it.each(illegal)('knows no way for a %s consult to %s', (from, action) => {
    expect(TRANSITIONS[from][action]).toBeUndefined();
  });

  it('never leaves a closed status', () => {
    for (const status of CONSULT_STATUSES.filter((status) => !isOpen(status))) {
      expect(TRANSITIONS[status]).toEqual({});
    }
  });

  it('lists the pairs of an action', () => {
    expect(transitionsOf('expire')).toEqual([
      ['waiting', 'expired'],
      ['matched', 'expired'],
      ['live', 'ended'],
    ]);
  });
});
