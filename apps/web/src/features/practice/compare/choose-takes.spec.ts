import { describe, expect, it } from '@jest/globals';
import type { Recording } from '@ieum/api-contract';
import { chooseTakes, heldTakes, readWanted, wantedQuery } from './choose-takes';

const take = (id: string) => ({ id }) as Recording;
/** Newest first. */
const THREE = ['third', 'second', 'first'].map(take);
const ids = (...[takes, wanted]: Parameters<typeof chooseTakes>) => {
  const chosen = chooseTakes(takes, wanted);
  return chosen && [chosen.before.id, chosen.after.id];
};

describe('the takes that are compared', () => {
  it.each([
    ['the newest with the one before it', {}, ['second', 'third']],
    ['the one that is wanted with the one before it', { after: 'second' }, ['first', 'second']],
    ['the first with a newer one, for there is none before it', { after: 'first' }, ['second', 'first']],
    ['the newest with the one that is wanted', { before: 'first' }, ['first', 'third']],
    ['the newest other one, where the newest is wanted as the one before', { before: 'third' }, ['third', 'second']],
    ['any two that are wanted, also the newer one first', { before: 'third', after: 'first' }, ['third', 'first']],
    ['never one with itself', { before: 'second', after: 'second' }, ['first', 'second']],
    ['the newest two, where what is wanted is gone', { before: 'gone', after: 'lost' }, ['second', 'third']],
  ])('are %s', (_, wanted, chosen) => {
    expect(ids(THREE, wanted)).toEqual(chosen);
  });

  it('are none where there are not two', () => {
    expect(ids([], {})).toBeNull();
    expect(ids([take('first')], {})).toBeNull();
    expect(ids([take('first')], { before: 'first' })).toBeNull();
    expect(ids([take('first')], { before: 'first', after: 'first' })).toBeNull();
  });

  it.each([[{}], [{ before: 'a' }], [{ after: 'b' }], [{ before: 'a', after: 'b' }]])(
    'are read from an address as they were written to it: %j',
    (wanted) => {
      const { before, after } = readWanted(`?${wantedQuery(wanted)}`);
      expect({ before, after }).toEqual({ before: undefined, after: undefined, ...wanted });
    },
  );
});

describe('the takes that are compared while another one is recorded', () => {
  it('stay the same when an older upload arrives', () => {
    const held = heldTakes(THREE, {});
    expect(ids([take('late'), ...THREE], held)).toEqual(['second', 'third']);
  });

  it('are still chosen by themselves where there were not two', () => {
    expect(heldTakes([take('first')], {})).toEqual({});
  });
});
