import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { DocumentSide, DocumentWire } from '../../document/testing/document-world';
import { remainingMs } from './countdown';
import { TimerModel } from './timer-model';

const MINUTE = 60_000;

let clock: ManualClock;
let sides: DocumentSide[];
let models: TimerModel[];
beforeEach(() => {
  clock = new ManualClock();
  [sides, models] = [[], []];
});
afterEach(() => {
  for (const model of models) model.close();
  for (const side of sides) side.close();
});

async function page(side = new DocumentSide(clock)) {
  sides.push(side);
  const shared = side.create();
  await shared.open();
  const over: number[] = [];
  const serverNow = () => 1_000_000 + clock.now();
  const model = new TimerModel({ shared, clock, serverNow, onOver: () => over.push(clock.now()) });
  models.push(model);
  const left = () => remainingMs(model.getSnapshot().countdown, serverNow());
  return { shared, model, over, left, side, map: shared.document.doc.getMap<unknown>('timer') };
}

async function inCall() {
  const [a, b] = [await page(), await page()];
  const wire = new DocumentWire(clock);
  for (const [{ shared }, end] of [
    [a, 'a'],
    [b, 'b'],
  ] as const) {
    wire.begin(shared, end);
  }
  wire.open();
  await clock.advance(100);
  return { a, b };
}

const statusOf = (...pages: Awaited<ReturnType<typeof page>>[]) => pages.map(({ model }) => model.getSnapshot().status);

describe('a countdown that two people share', () => {
  it('runs alike on both sides and ends at the same moment, once', async () => {
    const { a, b } = await inCall();
    expect(a.model.choose(1)).toBe(true);
    a.model.start();
    await clock.advance(30_000);
    expect(statusOf(a, b)).toEqual(['running', 'running']);
    expect([a.left(), b.left()]).toEqual([30_000, 30_000]);
    await clock.advance(30_000);
    expect(statusOf(a, b)).toEqual(['over', 'over']);
    expect(a.over).toEqual(b.over);
    await clock.advance(10 * MINUTE);
    expect([a.over.length, b.over.length, b.left()]).toEqual([1, 1, 0]);
  });

  it('is paused and goes on by either, and is set back', async () => {
    const { a, b } = await inCall();
    a.model.choose(2);
    a.model.start();
    await clock.advance(30_000);
    b.model.pause();
    await clock.advance(10 * MINUTE);
    expect(statusOf(a, b)).toEqual(['paused', 'paused']);
    expect([a.left(), b.left()]).toEqual([90_000, 90_000]);
    b.model.start();
    await clock.advance(60_000);
    expect([a.left(), b.left()]).toEqual([30_000, 30_000]);
    a.model.reset();
    await clock.advance(100);
    expect(statusOf(a, b)).toEqual(['idle', 'idle']);
    expect(b.left()).toBe(2 * MINUTE);
  });

  it('starts anew when it is over', async () => {
    const { a } = await inCall();
    a.model.choose(1);
    a.model.start();
    await clock.advance(2 * MINUTE);
    a.model.start();
    await clock.advance(10_000);
    expect([a.model.getSnapshot().status, a.left()]).toEqual(['running', 50_000]);
  });

  it('goes on through a reload, and makes no sound for an end that nobody was there for', async () => {
    const { a } = await inCall();
    a.model.choose(1);
    a.model.start();
    await clock.advance(20_000);
    const again = await page(a.side);
    expect([again.model.getSnapshot().status, again.left()]).toEqual(['running', 40_000]);
    await clock.advance(5 * MINUTE);
    const late = await page(a.side);
    expect([late.model.getSnapshot().status, late.over]).toEqual(['over', []]);
  });

  it.each([0, -1, 181, Number.NaN, Infinity, 0.001])('cannot last %d minutes', async (minutes) => {
    const { a } = await inCall();
    expect(a.model.choose(minutes)).toBe(false);
    expect(a.left()).toBe(5 * MINUTE);
  });

  it.each([
    ['words', { lengthMs: '1', endsAt: null, pausedMs: null }],
    ['a length without end', { lengthMs: 1e12, endsAt: null, pausedMs: null }],
    ['an end that is no number', { lengthMs: MINUTE, endsAt: Number.NaN, pausedMs: null }],
    ['nothing', null],
  ])('is none when the other side writes %s', async (_what, value) => {
    const { a, b } = await inCall();
    a.map.set('countdown', value);
    await clock.advance(100);
    expect(b.model.getSnapshot()).toMatchObject({ status: 'idle', countdown: { lengthMs: 5 * MINUTE } });
  });

  it('never has more left than it is long, whatever the other side writes', async () => {
    const { a, b } = await inCall();
    a.map.set('countdown', { lengthMs: MINUTE, endsAt: Number.MAX_SAFE_INTEGER, pausedMs: null });
    await clock.advance(100);
    expect(b.left()).toBe(MINUTE);
    a.map.set('countdown', { lengthMs: MINUTE, endsAt: null, pausedMs: 9e9 });
    await clock.advance(100);
    expect(b.left()).toBe(MINUTE);
  });
});

describe('what is told of a countdown', () => {
  it('is that the other side started it, and that it ended, also while nobody looks', async () => {
    const { a, b } = await inCall();
    a.model.choose(1);
    await clock.advance(100);
    expect([b.model.getSnapshot().news, b.model.unread()]).toEqual([null, 0]);
    a.model.start();
    await clock.advance(100);
    expect([b.model.getSnapshot().news, b.model.unread()]).toEqual(['started', 1]);
    expect([a.model.getSnapshot().news, a.model.unread()]).toEqual([null, 0]);
    b.model.setVisible(true);
    expect(b.model.unread()).toBe(0);
    await clock.advance(MINUTE);
    expect([b.model.getSnapshot().news, b.model.unread()]).toEqual(['over', 0]);
    expect([a.model.getSnapshot().news, a.model.unread()]).toEqual(['over', 1]);
  });

  it('is told also when it was started before there was anything to show it', async () => {
    const { a, b } = await inCall();
    a.model.choose(1);
    a.model.start();
    await clock.advance(100);
    const later = (shared: typeof b.shared) => {
      const model = new TimerModel({
        shared,
        clock,
        serverNow: () => 1_000_000 + clock.now(),
        onOver: () => undefined,
      });
      models.push(model);
      return model.getSnapshot();
    };
    expect(later(b.shared)).toMatchObject({ status: 'running', unread: 1, news: 'started' });
    expect(later(a.shared)).toMatchObject({ status: 'running', unread: 0, news: null });
  });
});
