import { CONSULT_STATUSES, KINDS } from '@ieum/signaling-protocol';
import { describe, expect, it } from '@jest/globals';
import type { ConsultRecord } from '../consults/consult.record';
import { isDeletable, isKept, mostUpdates, takesUpdates } from './document-rules';

const NOW = new Date('2026-11-21T12:00:00Z');
const consult = (changes: Partial<ConsultRecord>) => ({ closedAt: null, ...changes }) as ConsultRecord;
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('a consult’s document', () => {
  it('is kept for every kind but counselling', () => {
    expect(KINDS.filter((kind) => !isKept(consult({ kind })))).toEqual(['counselling']);
  });

  it('takes updates from the match until ten minutes after the end', () => {
    const justClosed = CONSULT_STATUSES.filter((status) =>
      takesUpdates(consult({ status, closedAt: status === 'ended' ? NOW : null }), NOW),
    );
    expect(justClosed).toEqual(['matched', 'live', 'ended']);
    const ended = [9.9, 10, 11].map((ago) =>
      takesUpdates(consult({ status: 'ended', closedAt: minutesAgo(ago) }), NOW),
    );
    expect(ended).toEqual([true, false, false]);
  });

  it('can be deleted once the consult is over, however it ended', () => {
    const deletable = CONSULT_STATUSES.filter((status) => isDeletable(consult({ status })));
    expect(deletable).toEqual(['ended', 'cancelled', 'expired']);
  });

  it('is one update once the consult is over', () => {
    expect([mostUpdates(consult({ status: 'live' })), mostUpdates(consult({ status: 'ended' }))]).toEqual([50, 1]);
  });
});
