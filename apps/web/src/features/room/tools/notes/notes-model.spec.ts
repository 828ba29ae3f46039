import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import type { NotesModel } from './notes-model';
import { NotesSide, NotesWire, wordsOf, write } from './testing/notes-world';

let clock: ManualClock;
let mine: NotesSide;
let theirs: NotesSide;
beforeEach(() => {
  clock = new ManualClock();
  mine = new NotesSide(clock);
  theirs = new NotesSide(clock);
});
afterEach(() => {
  for (const side of [mine, theirs]) side.close();
});

async function inCall(): Promise<{ a: NotesModel; b: NotesModel; wire: NotesWire; ends: (() => void)[] }> {
  const [a, b] = [mine.model(), theirs.model()];
  const wire = new NotesWire(clock);
  const ends = [wire.begin(a, 'a'), wire.begin(b, 'b')];
  wire.open();
  await clock.advance(100);
  return { a, b, wire, ends };
}

describe('notes that two people write', () => {
  it('are the same on both sides, also when both write at once', async () => {
    const { a, b } = await inCall();
    write(a, 'from a');
    write(b, 'from b');
    await clock.advance(200);
    expect([...wordsOf(a)].sort()).toEqual(['from a', 'from b']);
    expect(wordsOf(b)).toEqual(wordsOf(a));
  });

  it('become the same again after the connection was lost', async () => {
    const { a, b, wire } = await inCall();
    wire.close();
    write(a, 'from a');
    write(b, 'from b');
    await clock.advance(5_000);
    expect(wordsOf(a)).toEqual(['from a']);
    wire.open();
    await clock.advance(200);
    expect(wordsOf(a)).toHaveLength(2);
    expect(wordsOf(b)).toEqual(wordsOf(a));
  });

  it('are all there for a side that comes in the middle', async () => {
    const a = mine.model();
    const wire = new NotesWire(clock);
    wire.begin(a, 'a');
    wire.open();
    await clock.advance(100);
    write(a, 'early');
    await clock.advance(100);
    const b = theirs.model();
    wire.begin(b, 'b');
    await clock.advance(100);
    expect(wordsOf(b)).toEqual(['early']);
  });

  it('show nothing of the caret of somebody whose call is over', async () => {
    const { a, b, ends } = await inCall();
    a.cursors.awareness.setLocalStateField('cursor', { anchor: { tname: 'notes' }, head: { tname: 'notes' } });
    await clock.advance(100);
    expect(b.cursors.awareness.states.size).toBe(2);
    ends[1]?.();
    expect(b.cursors.awareness.states.size).toBe(1);
  });
});

describe('what the other side writes', () => {
  it('is unread until the panel is open', async () => {
    const { a, b } = await inCall();
    write(a, 'news');
    write(a, 'more');
    await clock.advance(100);
    expect([a.unread(), b.unread()]).toEqual([0, 1]);
    b.setVisible(true);
    expect(b.unread()).toBe(0);
    write(a, 'again');
    await clock.advance(100);
    expect(b.unread()).toBe(0);
  });

  it('is not what the server or this device had', async () => {
    write(theirs.model(), 'before');
    await clock.advance(3_000);
    mine.server.doc.getXmlFragment('notes');
    mine.device.kept = theirs.device.kept;
    const model = mine.model();
    await clock.advance(100);
    expect(wordsOf(model)).toEqual(['before']);
    expect(model.unread()).toBe(0);
  });
});

describe('where notes are kept', () => {
  it('is this device at once and the server a little later', async () => {
    const model = mine.model();
    expect(model.getSnapshot()).toMatchObject({ ready: false, server: 'loading', onDevice: false });
    await clock.advance(0);
    expect(model.getSnapshot()).toMatchObject({ ready: true, server: 'saved', onDevice: true });
    write(model, 'a');
    expect(mine.device.kept).not.toBeNull();
    expect(model.getSnapshot().server).toBe('saving');
    await clock.advance(3_000);
    expect(model.getSnapshot().server).toBe('saved');
  });

  it('is found again after a reload, without the server', async () => {
    mine.server.refusal = 'network/offline';
    const before = mine.model();
    await clock.advance(0);
    write(before, 'unsaved');
    const after = mine.model();
    await clock.advance(0);
    expect(wordsOf(after)).toEqual(['unsaved']);
    mine.server.refusal = null;
    await clock.advance(60_000);
    expect(mine.server.doc.getXmlFragment('notes').toString()).toContain('unsaved');
  });

  it('is not this device in a private window, or when it has no more room', async () => {
    const lost = mine.model();
    await clock.advance(0);
    mine.device.lose();
    expect(lost.getSnapshot().onDevice).toBe(false);
    mine.device.keepsNothing = true;
    const model = mine.model();
    await clock.advance(0);
    expect(model.getSnapshot()).toMatchObject({ ready: true, server: 'saved', onDevice: false });
  });

  it('is neither, after counselling: only the two pages have them', async () => {
    const model = mine.model({ kept: false });
    await clock.advance(0);
    write(model, 'a secret');
    model.close();
    await clock.advance(60_000);
    expect(mine.server.asked).toEqual([]);
    expect(mine.device.kept).toBeNull();
    expect(model.getSnapshot()).toMatchObject({ ready: true, server: 'not-kept', onDevice: false });
  });

  it('is the server before the page is gone', async () => {
    const model = mine.model();
    await clock.advance(0);
    write(model, 'last words');
    for (const leave of mine.leaving) leave();
    await settle();
    expect(mine.server.doc.getXmlFragment('notes').toString()).toContain('last words');
  });
});

describe('the end of a visit', () => {
  it('leaves nothing on this device once the server has everything', async () => {
    const model = mine.model();
    await clock.advance(0);
    write(model, 'a');
    model.close();
    model.close();
    expect(mine.device.kept).not.toBeNull();
    await clock.advance(0);
    expect(mine.device.kept).toBeNull();
    expect(mine.leaving).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('leaves on this device what the server did not take', async () => {
    const model = mine.model();
    await clock.advance(0);
    write(model, 'a');
    mine.server.refusal = 'server/unavailable';
    model.close();
    await clock.advance(700_000);
    expect(mine.device.kept).not.toBeNull();
    expect(mine.device.closed).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('may come before the device has answered', async () => {
    const model = mine.model();
    model.close();
    await clock.advance(60_000);
    expect(mine.device.closed).toBe(true);
    expect(mine.server.asked).toEqual([]);
  });
});

describe('notes that are as long as they can be', () => {
  it('take no more, and say so until something is deleted', () => {
    const model = mine.model({ maxBytes: 1_000 });
    expect(model.fits(500)).toBe(true);
    expect(model.fits(2_000)).toBe(false);
    expect(model.getSnapshot().full).toBe(true);
    expect(model.fits(-10)).toBe(true);
    expect(model.getSnapshot().full).toBe(false);
  });
});
