import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import type { SharedDocument } from './shared-document';
import { DocumentPair, DocumentWire } from './testing/document-world';

const write = ({ document }: SharedDocument, words: string) => document.doc.getText('t').insert(0, `${words};`);
const wordsOf = ({ document }: SharedDocument) => document.doc.getText('t').toString().split(';').slice(0, -1);

let pair: DocumentPair;
beforeEach(() => {
  pair = new DocumentPair();
});
afterEach(() => pair.close());

async function inCall() {
  const [a, b] = [pair.mine.share(), pair.theirs.share()];
  return { a, b, ...(await pair.connect(a, b)) };
}

describe('a document that two people write', () => {
  it('is the same on both sides, also when both write at once', async () => {
    const { a, b } = await inCall();
    write(a, 'from a');
    write(b, 'from b');
    await pair.clock.advance(200);
    expect([...wordsOf(a)].sort()).toEqual(['from a', 'from b']);
    expect(wordsOf(b)).toEqual(wordsOf(a));
  });

  it('becomes the same again after the connection was lost', async () => {
    const { a, b, wire } = await inCall();
    wire.close();
    write(a, 'from a');
    write(b, 'from b');
    await pair.clock.advance(5_000);
    expect(wordsOf(a)).toEqual(['from a']);
    wire.open();
    await pair.clock.advance(200);
    expect(wordsOf(a)).toHaveLength(2);
    expect(wordsOf(b)).toEqual(wordsOf(a));
  });

  it('is all there for a side that comes in the middle', async () => {
    const a = pair.mine.share();
    const wire = new DocumentWire(pair.clock);
    wire.begin(a, 'a');
    wire.open();
    await pair.clock.advance(100);
    write(a, 'early');
    await pair.clock.advance(100);
    const b = pair.theirs.share();
    wire.begin(b, 'b');
    await pair.clock.advance(100);
    expect(wordsOf(b)).toEqual(['early']);
  });

  it('tells what the other side wrote in, and not what this one did or had', async () => {
    const { a, b } = await inCall();
    write(a, 'from a');
    await pair.clock.advance(200);
    expect([a.partnerWroteIn('t'), b.partnerWroteIn('t'), b.partnerWroteIn('timer')]).toEqual([false, true, false]);
  });

  it('shows nothing of the caret of somebody whose call is over', async () => {
    const { a, b, ends } = await inCall();
    a.awareness.setLocalStateField('cursor', { anchor: { tname: 'notes' }, head: { tname: 'notes' } });
    await pair.clock.advance(100);
    expect(b.awareness.states.size).toBe(2);
    ends[1]?.();
    expect(b.awareness.states.size).toBe(1);
  });
});

describe('whether the other side is there', () => {
  it('is told as the connection comes and goes', async () => {
    const { a, wire } = await inCall();
    const told: boolean[] = [];
    a.subscribe(() => told.push(a.getSnapshot().connected));
    expect(a.getSnapshot().connected).toBe(true);
    wire.close();
    wire.open();
    expect(told).toEqual([false, true]);
  });

  it('ends with the call, and begins with the channel and not with the call', async () => {
    const { a, ends } = await inCall();
    ends[0]?.();
    expect(a.getSnapshot().connected).toBe(false);
    const b = pair.theirs.share();
    new DocumentWire(pair.clock).begin(b, 'b');
    expect(b.getSnapshot().connected).toBe(false);
  });
});

describe('where a document is kept', () => {
  it('is this device at once and the server a little later', async () => {
    const shared = pair.mine.share();
    expect(shared.getSnapshot()).toMatchObject({ server: 'loading', onDevice: false });
    await pair.clock.advance(0);
    expect(shared.getSnapshot()).toMatchObject({ server: 'saved', onDevice: true });
    write(shared, 'a');
    expect(pair.mine.device.kept).not.toBeNull();
    expect(shared.getSnapshot().server).toBe('saving');
    await pair.clock.advance(3_000);
    expect(shared.getSnapshot().server).toBe('saved');
  });

  it('is found again after a reload, without the server', async () => {
    pair.mine.server.refusal = 'network/offline';
    const before = pair.mine.share();
    await pair.clock.advance(0);
    write(before, 'unsaved');
    const after = pair.mine.share();
    await pair.clock.advance(0);
    expect(wordsOf(after)).toEqual(['unsaved']);
    pair.mine.server.refusal = null;
    await pair.clock.advance(60_000);
    expect(pair.mine.server.text).toContain('unsaved');
  });

  it('is not this device in a private window, or when it has no more room', async () => {
    const lost = pair.mine.share();
    await pair.clock.advance(0);
    pair.mine.device.lose();
    expect(lost.getSnapshot().onDevice).toBe(false);
    pair.mine.device.keepsNothing = true;
    const shared = pair.mine.share();
    await pair.clock.advance(0);
    expect(shared.getSnapshot()).toMatchObject({ server: 'saved', onDevice: false });
  });

  it('is never the server, of counselling, and stays where this device keeps it', async () => {
    const shared = pair.mine.share({ kept: false });
    await pair.clock.advance(0);
    write(shared, 'a secret');
    expect(shared.getSnapshot()).toMatchObject({ server: 'not-kept', onDevice: true });
    shared.close();
    await pair.clock.advance(60_000);
    expect(pair.mine.server.asked).toEqual([]);
    expect(pair.mine.device.closed).toBe(true);
    expect(wordsOf(pair.mine.share({ kept: false }))).toEqual(['a secret']);
  });

  it('is the server before the page is gone', async () => {
    const shared = pair.mine.share();
    await pair.clock.advance(0);
    write(shared, 'last words');
    for (const leave of pair.mine.leaving) leave();
    await settle();
    expect(pair.mine.server.text).toContain('last words');
  });
});

describe('the end of a visit', () => {
  it('leaves nothing on this device once the server has everything', async () => {
    const shared = pair.mine.share();
    await pair.clock.advance(0);
    write(shared, 'a');
    shared.close();
    shared.close();
    expect(pair.mine.device.kept).not.toBeNull();
    await pair.clock.advance(0);
    expect(pair.mine.device.kept).toBeNull();
    expect(pair.mine.leaving).toEqual([]);
    expect(pair.clock.pending).toBe(0);
  });

  it('leaves on this device what the server did not take', async () => {
    const shared = pair.mine.share();
    await pair.clock.advance(0);
    write(shared, 'a');
    pair.mine.server.refusal = 'server/unavailable';
    shared.close();
    await pair.clock.advance(700_000);
    expect(pair.mine.device.kept).not.toBeNull();
    expect(pair.mine.device.closed).toBe(true);
    expect(pair.clock.pending).toBe(0);
  });

  it('may come before the device has answered', async () => {
    const shared = pair.mine.share();
    shared.close();
    await pair.clock.advance(60_000);
    expect(pair.mine.device.closed).toBe(true);
    expect(pair.mine.server.asked).toEqual([]);
  });
});

describe('a document that is as large as it can be', () => {
  it('takes no more, and say so until something is deleted', () => {
    const shared = pair.mine.share({ maxBytes: 1_000 });
    expect(shared.fits(500)).toBe(true);
    expect(shared.fits(2_000)).toBe(false);
    expect(shared.getSnapshot().full).toBe(true);
    expect(shared.fits(-10)).toBe(true);
    expect(shared.getSnapshot().full).toBe(false);
  });
});
