import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { ChannelPair } from '../testing/channel-pair';
import { documentSide } from '../testing/document-side';
import { ManualClock } from '../testing/manual-clock';
import { MAX_FRAME_BYTES } from './frames';

function given({ bytesPerMs = 2_000 } = {}) {
  const clock = new ManualClock();
  const pair = new ChannelPair(clock, { bytesPerMs });
  const [a, b] = [documentSide({ clock }), documentSide({ clock })];
  const write = ({ document }: typeof a, text: string): void => document.doc.getText('t').insert(0, text);
  const read = ({ document }: typeof a): string => document.doc.getText('t').toString();
  const kinds = (end: 'a' | 'b'): (number | undefined)[] => pair[end].sent.map(([kind]) => kind);
  return { clock, pair, a, b, write, read, kinds };
}

/** A text that does not repeat itself. */
const long = (characters: number): string =>
  Array.from({ length: characters / 8 }, (_, at) => String(10_000_000 + at)).join('');

describe('Two documents over a channel', () => {
  it('give each other what they lack when it opens, and every edit after', async () => {
    const { clock, pair, a, b, write, read } = given();
    write(a, 'from a;');
    write(b, 'from b;');
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    pair.open();
    await clock.advance(100);
    expect(read(a)).toBe(read(b));
    write(a, 'later;');
    await clock.advance(100);
    expect(read(b)).toMatch(/^later;from [ab];from [ab];$/);
    expect([a.refusals, b.refusals]).toEqual([[], []]);
  });

  it('send an edit at once, what comes within 16 ms after it as one message, and nothing back', async () => {
    const { clock, pair, a, b, write, read } = given();
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    pair.open();
    await clock.advance(100);
    const [before, beforeOfB] = [pair.a.sent.length, pair.b.sent.length];
    write(a, '1');
    expect(pair.a.sent.length).toBe(before + 1);
    for (const letter of '23456') write(a, letter);
    await clock.advance(15);
    expect([pair.a.sent.length, read(b)]).toEqual([before + 1, '1']);
    await clock.advance(2);
    expect([pair.a.sent.length, read(b)]).toEqual([before + 2, '654321']);
    await clock.advance(1_000);
    expect([pair.a.sent.length, pair.b.sent.length]).toEqual([before + 2, beforeOfB]);
  });

  it('send only what is missing when the channel opens again', async () => {
    const { clock, pair, a, b, write, read } = given();
    write(a, long(80_000));
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    pair.open();
    await clock.advance(1_000);
    pair.close();
    write(a, 'one more');
    write(b, 'and one');
    const [sentByA, sentByB] = [pair.a.sentBytes, pair.b.sentBytes];
    expect(sentByA).toBeGreaterThan(80_000);
    pair.open();
    await clock.advance(1_000);
    expect(read(a)).toBe(read(b));
    expect(read(a)).toContain('one more');
    expect(pair.a.sentBytes - sentByA).toBeLessThan(150);
    expect(pair.b.sentBytes - sentByB).toBeLessThan(150);
  });

  it('meet when one listens long after the channel opened, or again with another document', async () => {
    const { clock, pair, a, b, write, read, kinds } = given();
    write(a, 'early;');
    a.document.connect(pair.a);
    pair.open();
    await clock.advance(5_000);
    write(b, 'late;');
    const stop = b.document.connect(pair.b);
    await clock.advance(100);
    expect(read(a)).toBe(read(b));
    expect([kinds('a'), kinds('b')]).toEqual([
      [1, 3, 2],
      [1, 2],
    ]);
    stop();
    write(a, 'between;');
    await clock.advance(100);
    const again = documentSide({ clock });
    again.document.connect(pair.b);
    await clock.advance(1_000);
    expect(read(again)).toBe(read(a));
    expect([a.refusals, again.refusals]).toEqual([[], []]);
  });

  it('are not confused by the rest of a long message that was sent to another listener', async () => {
    const { clock, pair, a, b, write, read } = given({ bytesPerMs: 100 });
    write(a, long(400_000));
    a.document.connect(pair.a);
    const stop = b.document.connect(pair.b);
    pair.open();
    await clock.advance(1_000);
    stop();
    const again = documentSide({ clock });
    again.document.connect(pair.b);
    await clock.advance(20_000);
    expect(read(again)).toBe(read(a));
    expect(again.refusals).toEqual([]);
  });

  it('never let more than 512 KiB wait in the channel, in frames of 16 KiB at most', async () => {
    const { clock, pair, a, b, write, read } = given({ bytesPerMs: 200 });
    write(a, long(1_600_000));
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    pair.open();
    for (let ms = 0; ms < 20_000; ms += 100) {
      expect(pair.a.bufferedAmount).toBeLessThan(524_288);
      await clock.advance(100);
    }
    expect(read(b)).toBe(read(a));
    expect(Math.max(...pair.a.sent.map(({ byteLength }) => byteLength))).toBe(MAX_FRAME_BYTES);
  });

  it('pass on to a third what one of them sent', async () => {
    const { clock, pair, a, b, write, read } = given();
    const second = new ChannelPair(clock);
    const c = documentSide({ clock });
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    b.document.connect(second.a);
    c.document.connect(second.b);
    pair.open();
    second.open();
    await clock.advance(100);
    write(a, 'through b');
    await clock.advance(100);
    write(c, 'and back: ');
    await clock.advance(100);
    expect([read(a), read(c)]).toEqual(['and back: through b', 'and back: through b']);
  });

  it('answer hellos four times a second at most, however many come', async () => {
    const { clock, pair, a, write } = given();
    write(a, 'text');
    a.document.connect(pair.a);
    pair.open();
    const hello = Uint8Array.of(1, 0).buffer;
    const before = pair.a.sent.length;
    for (let ms = 0; ms < 999; ms += 1) {
      pair.a.deliver(hello);
      await clock.advance(1);
    }
    // A welcome and an update each.
    expect(pair.a.sent.length - before).toBe(2 * 4);
  });

  it('leave no timer and no listener when one closes in the middle', async () => {
    const { clock, pair, a, b, write } = given({ bytesPerMs: 100 });
    write(a, long(400_000));
    a.document.connect(pair.a);
    b.document.connect(pair.b);
    pair.open();
    await clock.advance(500);
    write(a, '1');
    write(a, '2');
    a.document.close();
    b.document.close();
    b.document.close();
    pair.close();
    await clock.advance(0);
    expect([pair.a.listenerCount, pair.b.listenerCount]).toEqual([0, 0]);
    await clock.advance(10_000);
    expect(clock.pending).toBe(0);
    expect(await b.document.receive(Y.encodeStateAsUpdate(new Y.Doc()), 'late')).toBe(false);
    expect([a.refusals, b.refusals]).toEqual([[], []]);
  });
});
