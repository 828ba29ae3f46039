import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { inspectDirectly } from './inspect/inspect-directly';
import { RoomDocument } from './room-document';
import { ChannelPair } from './testing/channel-pair';
import { documentSide } from './testing/document-side';
import { ManualClock, settle } from './testing/manual-clock';
import { splitMessage } from './sync/frames';

const clock = new ManualClock();

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

describe('RoomDocument', () => {
  it('tells of every change, with where it came from', async () => {
    const { document } = documentSide({ clock });
    const told: unknown[] = [];
    const stop = document.onUpdate((update, origin) => told.push([Y.decodeUpdate(update).structs.length, origin]));
    document.doc.transact(() => document.doc.getText('t').insert(0, 'a'), 'editor');
    await document.receive(updateOf('b'), 'server');
    await document.receive(document.encode(), 'server');
    stop();
    document.doc.getText('t').insert(0, 'c');
    expect(told).toEqual([
      [1, 'editor'],
      [1, 'server'],
    ]);
    document.close();
  });

  it('encodes everything, or what a state vector lacks', () => {
    const { document } = documentSide({ clock });
    document.doc.getText('t').insert(0, 'a'.repeat(100));
    const since = document.stateVector();
    document.doc.getText('t').insert(1, 'b');
    expect(document.encode(since).byteLength).toBeLessThan(30);
    expect(document.encode().byteLength).toBeGreaterThan(100);
    expect(document.encode(document.stateVector())).toEqual(Uint8Array.of(0, 0));
    expect(() => document.encode(Uint8Array.of(9))).toThrow();
    document.close();
  });

  it('holds 5 MiB and no more, and can be made smaller when full', async () => {
    const { document, refusals } = documentSide({ clock });
    const theirs = new Y.Doc();
    theirs.getText('t').insert(0, 'x'.repeat(5_000_000));
    expect(await document.receive(Y.encodeStateAsUpdate(theirs), 'peer')).toBe(true);
    expect(await document.receive(updateOf('y'.repeat(300_000)), 'peer')).toBe(false);
    // What is known already takes no room.
    expect(await document.receive(Y.encodeStateAsUpdate(theirs), 'peer')).toBe(true);
    expect(await document.receive(updateOf('y'.repeat(200_000)), 'peer')).toBe(true);
    expect(refusals).toEqual(['too-large']);
    expect(Math.abs(document.size - document.encode().byteLength)).toBeLessThan(100);
    const before = Y.encodeStateVector(theirs);
    theirs.getText('t').delete(100, 4_000_000);
    expect(await document.receive(Y.encodeStateAsUpdate(theirs, before), 'peer')).toBe(true);
    expect(await document.receive(updateOf('y'.repeat(300_000)), 'peer')).toBe(true);
    expect(await document.receive(new Uint8Array(6_000_000), 'peer')).toBe(false);
    expect(refusals).toEqual(['too-large', 'too-large']);
    document.close();
  });

  it('has room for more after what took it was written over', () => {
    const { document } = documentSide({ clock: new ManualClock(), maxBytes: 50_000 });
    const map = document.doc.getMap('m');
    for (let round = 0; round < 6; round += 1) map.set('stroke', 'x'.repeat(8_000));
    expect(document.hasRoomFor(30_000)).toBe(true);
    expect(document.hasRoomFor(45_000)).toBe(false);
  });

  it('bounds what waits to be looked at', async () => {
    const refusals: string[] = [];
    const inspector = { ...inspectDirectly(), inspect: () => new Promise<never>(() => undefined) };
    const document = new RoomDocument({
      inspector,
      clock,
      maxBytes: 1_000,
      onRefused: (reason) => refusals.push(reason),
    });
    for (let time = 0; time < 2_000; time += 1) void document.receive(Uint8Array.of(0, 0), 'peer');
    await settle();
    expect(refusals.length).toBeGreaterThan(1_900);
    expect(new Set(refusals)).toEqual(new Set(['too-large']));
    document.close();
  });

  it('refuses hostile frames and takes nothing more from there until the channel opens anew', async () => {
    const own = new ManualClock();
    const malformed = splitMessage('update', Uint8Array.of(1, 2, 3))[0]?.buffer ?? '';
    for (const [hostile, reason] of [
      ['text', 'frame-invalid'],
      [Uint8Array.of(9, 9).buffer, 'frame-invalid'],
      [Uint8Array.of(1, 5, 0x80).buffer, 'frame-invalid'],
      [malformed, 'update-malformed'],
    ] as const) {
      const pair = new ChannelPair(own);
      const { document, refusals } = documentSide({ clock: own });
      const friend = documentSide({ clock: own });
      document.connect(pair.a);
      friend.document.connect(pair.b);
      pair.open();
      await own.advance(300);
      pair.a.deliver(hostile);
      friend.document.doc.getText('t').insert(0, 'after');
      pair.a.deliver(hostile);
      document.doc.getText('t').insert(0, 'mine');
      await own.advance(300);
      expect([refusals, document.doc.getText('t').toString()]).toEqual([[reason], 'mine']);
      expect(friend.document.doc.getText('t').toString()).toContain('mine');
      pair.open();
      await own.advance(300);
      expect(document.doc.getText('t').toString()).toBe(friend.document.doc.getText('t').toString());
      document.close();
      friend.document.close();
    }
  });

  it('adds and tells the others all the same when a listener or an observer throws', async () => {
    const reported: unknown[] = [];
    const told: unknown[] = [];
    const fail = (what: string) => () => {
      throw new Error(what);
    };
    const document = new RoomDocument({
      inspector: inspectDirectly(),
      clock,
      onRefused: fail('refusal'),
      report: (error) => reported.push((error as Error).message),
    });
    document.onUpdate(fail('listener'));
    document.onUpdate((_, origin) => told.push(origin));
    document.doc.getText('t').observe(fail('observer'));
    expect(await document.receive(Uint8Array.of(7), 'peer')).toBe(false);
    expect(await document.receive(updateOf('a'), 'peer')).toBe(true);
    expect(await document.receive(updateOf('b'), 'other')).toBe(true);
    expect([reported, told]).toEqual([
      ['refusal', 'listener', 'observer', 'listener', 'observer'],
      ['peer', 'other'],
    ]);
    document.close();
  });

  it('takes nothing any more once closed, and answers what still waits', async () => {
    const { document, refusals } = documentSide({ clock });
    const waiting = [document.receive(updateOf('a'), 'peer'), document.receive(updateOf('b'), 'peer')];
    document.close();
    document.close();
    document.connect(new ChannelPair(clock).a)();
    expect(await Promise.all([...waiting, document.receive(updateOf('c'), 'peer')])).toEqual([false, false, false]);
    expect([refusals, document.doc.getText('t').toString(), document.doc.isDestroyed]).toEqual([[], '', true]);
  });
});
