import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomFrom } from '../stats/testing/random-from';
import { MeshWorld } from './testing/mesh-world';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const turn = fc.record({
  person: fc.constantFrom(...PEOPLE),
  what: fc.constantFrom('join', 'join', 'leave', 'leave', 'resume', 'network'),
  waitMs: fc.nat(1_500),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

async function meet(turns: readonly Turn[], { seed, lossRate }: { seed: number; lossRate: number }) {
  const world = new MeshWorld(randomFrom(seed), lossRate);
  for (const { person, what, waitMs } of turns) {
    if (what === 'join') world.join(person);
    else if (what === 'leave') world.leave(person);
    else if (what === 'resume') world.resume(person);
    else world.present.get(person)?.platform.changeNetwork();
    await world.clock.advance(waitMs);
  }
  await world.clock.advance(60_000);
  return world;
}

/** What each person present sees of the others. */
const seenBy = (world: MeshWorld) =>
  [...world.present.values()].map(({ peerId, mesh }) => ({
    peerId,
    others: mesh.peers.map(({ info, session }) => `${info.peerId} ${session.state} ${session.canSend}`).sort(),
  }));

const everybody = (world: MeshWorld) => {
  const ids = [...world.present.values()].map(({ peerId }) => peerId);
  return ids.map((peerId) => ({
    peerId,
    others: ids
      .filter((other) => other !== peerId)
      .map((other) => `${other} connected true`)
      .sort(),
  }));
};

/** What is left behind then, of anything. */
async function leaveAll(world: MeshWorld) {
  for (const person of [...world.present.keys()]) world.leave(person);
  await world.clock.advance(1_000);
  return world.all.flatMap(({ platform }) => Object.entries(platform.leaks)).filter(([, count]) => count > 0);
}

describe('MeshSession, whoever comes and goes', () => {
  it.each([
    ['late', 0, 60],
    ['late and every tenth is lost', 0.1, 60],
  ])(
    'ends with everyone present connected to everyone else, and nothing left behind, when signals are %s',
    async (_, lossRate, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { maxLength: 24, size: 'max' }), fc.integer(), async (turns, seed) => {
          const world = await meet(turns, { seed, lossRate });
          expect(seenBy(world)).toEqual(everybody(world));
          for (const { mesh, peerId } of world.present.values()) expect(mesh.send(peerId)).toBe(world.present.size > 1);
          await world.clock.advance(100);
          for (const { received } of world.present.values()) expect(received).toHaveLength(world.present.size - 1);
          expect(await leaveAll(world)).toEqual([]);
        }),
        { numRuns },
      );
    },
    120_000,
  );

  it('joins six who come at the same moment', async () => {
    const turns = PEOPLE.map((person) => ({ person, what: 'join', waitMs: 0 }) as const);
    const world = await meet(turns, { seed: 7, lossRate: 0.1 });
    expect(seenBy(world)).toEqual(everybody(world));
    expect(world.present.size).toBe(6);
    expect(await leaveAll(world)).toEqual([]);
  });
});
