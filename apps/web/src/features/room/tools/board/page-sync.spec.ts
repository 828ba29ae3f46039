import { describe, expect, it } from '@jest/globals';
import { BOARD_LIMITS } from './board-limits';
import { PageSync } from './page-sync';
import type { SceneElement } from './page-sync';
import { rectangle, stroke } from './testing/board-elements';
import { FakeScreen, PAGE, send } from './testing/board-screens';

function twoScreens() {
  let nonce = 0;
  const next = () => (nonce += 1);
  return [new FakeScreen(next), new FakeScreen(next)] as const;
}

/** Until neither has anything new for the other. */
function settle(a: FakeScreen, b: FakeScreen): void {
  for (let round = 0; round < 4; round += 1) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      from.frame();
      send(from, to);
      to.frame();
    }
  }
}

describe('two screens with the same page', () => {
  it('show what either drew, changed and deleted', () => {
    const [a, b] = twoScreens();
    a.draw('one', { index: 'a0' });
    b.draw('two', { index: 'a1' });
    settle(a, b);
    expect(a.scene.map(({ id }) => id)).toEqual(['one', 'two']);
    b.change('one', { x: 77 });
    a.change('two', { isDeleted: true });
    settle(a, b);
    expect(b.shown).toEqual(a.shown);
    expect(a.shown).toEqual([expect.stringMatching(/^one 2\.\d+ 77$/)]);
    expect(a.written).toEqual(a.shown);
  });

  it('write only what changed', () => {
    const [a, b] = twoScreens();
    for (let index = 0; index < 50; index += 1) a.draw(`e${index}`);
    settle(a, b);
    let updates = 0;
    a.doc.on('update', () => (updates += 1));
    a.frame();
    expect(updates).toBe(0);
    a.change('e7', { x: 5 });
    const sizes: number[] = [];
    a.doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength));
    a.frame();
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(400);
  });

  it('keep the higher version of what both changed at once, and of equal ones the lower nonce', () => {
    const [a, b] = twoScreens();
    a.draw('one');
    settle(a, b);
    a.change('one', { x: 1 });
    b.change('one', { x: 2 });
    settle(a, b);
    expect([a.shown, b.shown]).toEqual([[expect.stringMatching(/ 1$/)], [expect.stringMatching(/ 1$/)]]);
    b.change('one', { x: 3 });
    b.change('one', { x: 4 });
    a.change('one', { x: 5 });
    settle(a, b);
    expect([a.shown, b.shown]).toEqual([[expect.stringMatching(/ 4$/)], [expect.stringMatching(/ 4$/)]]);
    expect(b.written).toEqual(b.shown);
  });

  it('keep what one changes while the other deletes it', () => {
    const [a, b] = twoScreens();
    a.draw('one');
    settle(a, b);
    a.change('one', { isDeleted: true });
    b.change('one', { x: 9 });
    a.frame();
    b.frame();
    settle(a, b);
    expect(a.shown).toEqual([expect.stringMatching(/ 9$/)]);
    expect(b.shown).toEqual(a.shown);
  });

  it('bring back what was deleted when that is undone', () => {
    const [a, b] = twoScreens();
    a.draw('one');
    settle(a, b);
    b.change('one', { isDeleted: true });
    settle(a, b);
    expect([a.shown, a.written]).toEqual([[], []]);
    b.change('one', { isDeleted: false });
    settle(a, b);
    expect(a.shown).toEqual(b.shown);
    expect(a.shown).toHaveLength(1);
  });

  it('do not change what somebody is just writing, and agree afterwards', () => {
    const [a, b] = twoScreens();
    a.draw('one');
    settle(a, b);
    b.change('one', { x: 5 });
    b.frame();
    send(b, a);
    a.frame(['one']);
    expect(a.shown).toEqual([expect.stringMatching(/^one 1\./)]);
    expect(a.sync.hasPending).toBe(true);
    settle(a, b);
    expect(a.shown).toEqual([expect.stringMatching(/ 5$/)]);
    expect(a.sync.hasPending).toBe(false);
  });

  it('have the same order when both put something in the same place', () => {
    const [a, b] = twoScreens();
    a.draw('later', { index: 'a1' });
    b.draw('earlier', { index: 'a1' });
    settle(a, b);
    expect(a.scene.map(({ id }) => id)).toEqual(['earlier', 'later']);
    expect(b.scene.map(({ id }) => id)).toEqual(['earlier', 'later']);
  });
});

describe('what is not written down', () => {
  it('is a click without a stroke', () => {
    const [a] = twoScreens();
    a.draw('dot', { width: 0, height: 0 });
    a.draw('point', { ...stroke([[0, 0]]), id: 'point' });
    a.frame();
    expect(a.written).toEqual([]);
    a.change('dot', { width: 4 });
    a.frame();
    expect(a.written).toHaveLength(1);
  });

  it('is what the other side would not take', () => {
    const [a] = twoScreens();
    a.draw('page', { type: 'embeddable', link: 'https://example.org' });
    a.frame();
    expect(a.written).toEqual([]);
  });

  it('is what does not fit, until there is room', () => {
    const [a] = twoScreens();
    a.room = 100;
    a.draw('one');
    a.frame();
    expect(a.written).toEqual([]);
    a.room = 1_000;
    a.frame();
    expect(a.written).toHaveLength(1);
  });
});

describe('what somebody else wrote', () => {
  it('is left alone when it is nothing that can be shown', () => {
    const [a, b] = twoScreens();
    for (const [id, value] of Object.entries({
      number: 7,
      nothing: null,
      script: rectangle({ id: 'script', type: 'iframe', customData: { html: '<script>alert(1)</script>' } }),
      far: rectangle({ id: 'far', x: 1e300 }),
      'other-id': rectangle({ id: 'another' }),
    })) {
      b.part.setElement(PAGE, id, value as never);
    }
    b.part.setElement(PAGE, 'good', rectangle({ id: 'good' }));
    send(b, a);
    a.frame();
    expect(a.shown).toEqual([expect.stringMatching(/^good /)]);
  });

  it('is shown up to what a page can hold', () => {
    const [a, b] = twoScreens();
    const points = Array.from({ length: BOARD_LIMITS.points }, (_, x): [number, number] => [x % 100, 1]);
    const most = BOARD_LIMITS.pagePoints / BOARD_LIMITS.points;
    for (let index = 0; index < most + 5; index += 1) {
      b.part.setElement(PAGE, `s${index}`, stroke(points, { id: `s${index}` }));
    }
    send(b, a);
    a.frame();
    expect(a.shown).toHaveLength(most);
  });

  it('on another page is not shown', () => {
    const [a, b] = twoScreens();
    b.part.setElement('second', 'x', rectangle({ id: 'x' }));
    send(b, a);
    a.frame();
    expect(a.shown).toEqual([]);
    const other = new PageSync({ part: a.part, pageId: 'second', fits: () => true, onPending: () => undefined });
    const scene: SceneElement[] = [];
    expect(other.take(scene, new Set())?.map(({ id }) => id)).toEqual(['x']);
  });
});
