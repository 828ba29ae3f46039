import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeScreen, send } from './testing/board-screens';

const side = fc.constantFrom(0, 1);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');

/** What may happen at any moment, in any order. */
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('draw' as const), side, id, index: fc.constantFrom('a0', 'a1', 'a2') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('change' as const), side, id, x: fc.integer({ min: -9, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('delete' as const, 'undo' as const), side, id }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('frame' as const), side, held: fc.option(id) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('send' as const), side }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function play(one: Event, screens: readonly [FakeScreen, FakeScreen]): void {
  const own = screens[one.side === 0 ? 0 : 1];
  const other = screens[one.side === 0 ? 1 : 0];
  switch (one.what) {
    case 'draw':
      if (!own.scene.some((element) => element.id === one.id)) own.draw(one.id, { index: one.index });
      break;
    case 'change':
      own.change(one.id, { x: one.x });
      break;
    case 'delete':
      own.change(one.id, { isDeleted: true });
      break;
    case 'undo':
      own.change(one.id, { isDeleted: false });
      break;
    case 'frame':
      own.frame(one.held === null ? [] : [one.held]);
      break;
    case 'send':
      send(own, other);
      break;
  }
}

describe('two screens', () => {
  it('end with the same, and with what the document says, whatever they did and whatever came when', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 2 ** 30 }), (events, seed) => {
        // Nonces of no order, as Excalidraw's are, and the same in every run.
        let state = seed;
        const nonce = () => (state = (state * 48_271) % 2_147_483_647);
        const screens = [new FakeScreen(nonce), new FakeScreen(nonce)] as const;
        screens[0].doc.clientID = 1;
        screens[1].doc.clientID = 2;
        for (const one of events) play(one, screens);
        for (let round = 0; round < 5; round += 1) {
          for (const screen of screens) screen.frame();
          send(screens[0], screens[1]);
          send(screens[1], screens[0]);
        }
        for (const screen of screens) screen.frame();
        expect(screens[1].shown).toEqual(screens[0].shown);
        expect([...screens[0].written].sort()).toEqual([...screens[0].shown].sort());
        expect([...screens[1].written].sort()).toEqual([...screens[0].shown].sort());
      }),
      { numRuns: 600 },
    );
  });
});
