import { beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import type { AnswerTakes } from './answer-takes';
import { refusal } from './testing/fake-recording-server';
import { addSlice, finish, QUESTION, TakesWorld } from './testing/takes-world';

let world: TakesWorld;
beforeEach(() => void (world = new TakesWorld()));

const rows = (page: AnswerTakes) => page.getSnapshot().rows;
const begin = (page: AnswerTakes) => page.begin(QUESTION, 'audio/webm');

describe('a take', () => {
  it('is on the device first, then at the server, and then only there', async () => {
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1, 2);
    expect(rows(page)).toMatchObject([{ live: true, bytes: 2, sentBytes: 2, durationMs: 10_000 }]);
    expect(world.store.takes.size).toBe(1);
    await addSlice(sink, 3);
    await finish(sink);
    expect(page.getSnapshot()).toMatchObject({ rows: [], stored: { id: 'take-1', bytes: 3, durationMs: 10_000 } });
    expect([world.store.takes.size, world.store.slices.size, world.locks.held.size]).toEqual([0, 0, 0]);
    expect(world.server.contentOf('take-1')).toEqual([1, 2, 3]);
  });

  it('goes from both places when it is thrown away', async () => {
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    sink.discard();
    await settle();
    expect([world.store.slices.size, world.server.recordings.size, world.locks.held.size]).toEqual([0, 0, 0]);
    expect(world.server.requests.at(-1)).toBe('remove');
  });

  it('that never got a second is nothing that the server hears of', async () => {
    const page = await world.page();
    begin(page).discard();
    await settle();
    expect([world.server.requests, rows(page)]).toEqual([[], []]);
  });

  it('stays on the device when the server refuses it, until it goes through or is thrown away', async () => {
    const page = await world.page();
    world.server.faults.push(refusal('recordings/quota-reached', 409));
    const sink = begin(page);
    await addSlice(sink, 1);
    await finish(sink);
    expect(rows(page)).toMatchObject([{ status: 'refused', error: { code: 'recordings/quota-reached' } }]);
    expect(world.store.takes.get('take-1')).toMatchObject({ finished: true });
    await page.send('take-1');
    await settle();
    expect([rows(page), world.store.takes.size]).toEqual([[], 0]);
  });

  it('is recorded on in memory and sent when the device is full, which is said', async () => {
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    world.store.problem = 'full';
    await addSlice(sink, 2);
    expect(page.getSnapshot().storage).toBe('full');
    await finish(sink);
    expect(world.server.contentOf('take-1')).toEqual([1, 2]);
  });

  it('is sent from a page that keeps nothing on the device', async () => {
    world.store.problem = 'unavailable';
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    await finish(sink);
    expect(page.getSnapshot()).toMatchObject({ storage: 'unavailable', stored: { bytes: 1 } });
  });
});

describe('what a page left when it died', () => {
  /** The tab is killed: its locks are free, its timers and requests are gone. */
  async function die(): Promise<AnswerTakes> {
    world.server.meanwhile = () => new Promise(() => undefined);
    await settle();
    world.locks.held.clear();
    world.server.meanwhile = () => undefined;
    return world.page();
  }

  it('is found, and goes to the server as it is when the person says so', async () => {
    const sink = begin(await world.page());
    await addSlice(sink, 1, 2);
    world.server.offline = true;
    await addSlice(sink, 3);
    const page = await die();
    expect(rows(page)).toMatchObject([{ id: 'take-1', status: 'kept', durationMs: 5_000, bytes: 3, live: false }]);
    world.server.offline = false;
    const before = world.server.requests.length;
    await page.send('take-1');
    await settle();
    expect(world.server.requests.slice(before)).toEqual(['begin', 'send 1', 'complete']);
    expect(world.server.contentOf('take-1')).toEqual([1, 2, 3]);
    expect([rows(page), world.store.takes.size]).toEqual([[], 0]);
  });

  it('is thrown away when the person says so, at the server as well', async () => {
    await addSlice(begin(await world.page()), 1);
    const page = await die();
    await page.discard('take-1');
    expect([rows(page), world.store.slices.size, world.server.recordings.size]).toEqual([[], 0, 0]);
  });

  it('goes on by itself when it was recorded to its end', async () => {
    const sink = begin(await world.page());
    await addSlice(sink, 1);
    world.server.offline = true;
    await addSlice(sink, 2);
    await finish(sink);
    world.server.offline = false;
    const page = await die();
    await settle();
    expect(page.getSnapshot()).toMatchObject({ rows: [], stored: { id: 'take-1', bytes: 2 } });
  });
});

describe('two tabs of one user', () => {
  it('do not show what the other one records', async () => {
    await addSlice(begin(await world.page()), 1);
    expect(rows(await world.page())).toEqual([]);
  });

  it('do not send the same take at once; the other goes on when the first is gone', async () => {
    world.server.offline = true;
    const first = await world.page();
    const sink = begin(first);
    await addSlice(sink, 1);
    await finish(sink);
    const second = await world.page();
    const asked = world.server.requests.length;
    expect([rows(second), asked]).toEqual([[], 1]);
    first.close();
    await world.comeOnline();
    expect(second.getSnapshot().stored).toMatchObject({ id: 'take-1' });
    expect(world.store.takes.size).toBe(0);
  });

  /** Of a browser that has none. */
  const noLocks = { held: new Set<string>(), take: async () => () => undefined } as never;

  it('do no harm where the browser has no locks', async () => {
    world.server.offline = true;
    const sink = begin(await world.page());
    await addSlice(sink, 1);
    await finish(sink);
    await world.page(noLocks);
    await world.comeOnline();
    expect(world.server.contentOf('take-1')).toEqual([1]);
    expect(world.errors).toEqual([]);
  });

  it('send all there is by then where the browser has no locks, once', async () => {
    world.server.offline = true;
    const sink = begin(await world.page());
    await addSlice(sink, 1);
    const second = await world.page(noLocks);
    expect(rows(second)).toMatchObject([{ status: 'kept', bytes: 1 }]);
    await addSlice(sink, 2);
    await finish(sink);
    world.server.offline = false;
    await Promise.all([second.send('take-1'), second.send('take-1')]);
    await settle();
    expect(second.getSnapshot().stored).toMatchObject({ bytes: 2, durationMs: 10_000 });
    expect(world.server.requests.slice(-4)).toEqual(['begin', 'send 0', 'send 1', 'complete']);
  });
});

describe('a page that goes', () => {
  it('still brings what is whole to the server', async () => {
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    sink.finish({ durationMs: 5_000, voicedMs: 0, peaks: [] });
    page.close();
    await settle();
    expect(world.server.recordings.get('take-1')?.recording.status).toBe('stored');
    expect([world.store.takes.size, world.locks.held.size, world.listeners]).toEqual([0, 0, 0]);
  });

  it('leaves to the next one what does not go well', async () => {
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    world.server.offline = true;
    sink.finish({ durationMs: 5_000, voicedMs: 0, peaks: [] });
    page.close();
    await settle();
    expect([world.clock.pending, world.locks.held.size, world.listeners]).toEqual([0, 0, 0]);
    world.server.offline = false;
    expect((await world.page()).getSnapshot().stored).toMatchObject({ id: 'take-1' });
  });

  it('leaves a take that is being recorded to the next one with its end, not before', async () => {
    world.server.offline = true;
    const page = await world.page();
    const sink = begin(page);
    await addSlice(sink, 1);
    page.close();
    const next = await world.page();
    expect([rows(next), world.locks.held.size]).toEqual([[], 1]);
    world.server.offline = false;
    await addSlice(sink, 2);
    await finish(sink);
    expect(next.getSnapshot()).toMatchObject({ rows: [], stored: { id: 'take-1', bytes: 2, durationMs: 10_000 } });
    expect(world.server.contentOf('take-1')).toEqual([1, 2]);
    expect([world.clock.pending, world.locks.held.size, world.listeners]).toEqual([0, 0, 0]);
  });

  it.each([
    ['was refused meanwhile', finish],
    ['is not wanted', (sink: ReturnType<typeof begin>) => sink.discard()],
  ])('holds no take for ever that %s', async (_what, end) => {
    const page = await world.page();
    world.server.faults.push(refusal('recordings/quota-reached', 409));
    const sink = begin(page);
    await addSlice(sink, 1);
    page.close();
    expect(rows(page)).toMatchObject([{ status: 'refused', live: true }]);
    await end(sink);
    await settle();
    expect([rows(page), world.locks.held.size, world.listeners]).toEqual([[], 0, 0]);
  });

  it('goes on with what is in its memory alone until that has arrived, and holds the tab so long', async () => {
    const page = await world.page();
    const sink = begin(page);
    world.store.problem = 'full';
    await addSlice(sink, 1);
    world.server.offline = true;
    await addSlice(sink, 2);
    await finish(sink);
    expect([rows(page)[0]?.inMemory, world.pagesHeld]).toEqual([true, 0]);
    page.close();
    await settle();
    expect([rows(page)[0]?.status, world.pagesHeld]).toEqual(['retrying', 1]);
    await world.comeOnline();
    expect(world.server.contentOf('take-1')).toEqual([1, 2]);
    expect([rows(page), world.pagesHeld, world.listeners]).toEqual([[], 0, 0]);
  });

  it('does not hold the tab for what the server refused, which was asked about', async () => {
    const page = await world.page();
    const sink = begin(page);
    world.store.problem = 'full';
    world.server.faults.push(refusal('recordings/quota-reached', 409));
    await addSlice(sink, 1);
    await finish(sink);
    expect(rows(page)).toMatchObject([{ status: 'refused', inMemory: true }]);
    page.close();
    await settle();
    expect([rows(page), world.pagesHeld, world.clock.pending]).toEqual([[], 0, 0]);
  });
});
