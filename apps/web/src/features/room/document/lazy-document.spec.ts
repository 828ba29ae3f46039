import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import type { ToolRoom } from '../tools/tool';
import { LazyDocument } from './lazy-document';
import type { DocumentCall } from './lazy-document';
import type { SharedDocument } from './shared-document';
import { framePair } from '../signaling/testing/frame-pair';
import type { FramePair } from '../signaling/testing/frame-pair';
import { DocumentSide, DocumentWire } from './testing/document-world';

const room: ToolRoom = { id: '00000000-0000-4000-8000-000000000001', kind: 'tutoring', role: 'mentor' };

let clock: ManualClock;
let mine: DocumentSide;
let theirs: DocumentSide;
let wire: DocumentWire;
let loads: number;
let offline: boolean;
let errors: unknown[];
let server: FramePair;
let lazy: LazyDocument;
let made: SharedDocument[];
let wasOpened: boolean;
beforeEach(() => {
  clock = new ManualClock();
  mine = new DocumentSide(clock);
  theirs = new DocumentSide(clock);
  wire = new DocumentWire(clock);
  server = framePair();
  [loads, offline, errors, made, wasOpened] = [0, false, [], [], false];
  lazy = new LazyDocument({
    room,
    load: async () => {
      loads += 1;
      if (offline) throw new Error('no network');
      return {
        createDocument: () => {
          const shared = mine.create();
          made.push(shared);
          return shared;
        },
      };
    },
    wasOpened: { read: () => wasOpened, write: (opened) => void (wasOpened = opened) },
    clock,
    onError: (error) => errors.push(error),
  });
});
afterEach(() => {
  lazy.close();
  for (const side of [mine, theirs]) side.close();
});

const call = (): DocumentCall => ({
  channel: (label) => (label === 'document' ? wire.document : wire.cursors).a,
  relay: server.ends[0],
});
const text = ({ document }: SharedDocument) => document.doc.getText('t');

describe('a document whose code is not there', () => {
  it('costs nothing while nobody writes', async () => {
    lazy.callBegan(call());
    wire.open();
    await clock.advance(60_000);
    expect(loads).toBe(0);
    expect(() => lazy.shared).toThrow('was not opened');
  });

  it('is opened once, by whoever asks first', async () => {
    let told = 0;
    lazy.onOpen(() => (told += 1));
    const [a, b] = await Promise.all([lazy.open(), lazy.open()]);
    expect(a).toBe(b);
    expect([lazy.shared, loads, told]).toEqual([a, 1, 1]);
  });

  it('is opened by what the other side writes, and nothing of that is missed', async () => {
    lazy.callBegan(call());
    wire.open();
    const partner = theirs.share();
    text(partner).insert(0, 'written before');
    wire.begin(partner, 'b');
    await clock.advance(200);
    expect(text(lazy.shared).toString()).toBe('written before');
    text(partner).insert(0, 'and later, ');
    await clock.advance(200);
    expect(text(lazy.shared).toString()).toBe('and later, written before');
  });

  it('is asked for again until it comes, when the other side wrote', async () => {
    offline = true;
    lazy.callBegan(call());
    wire.open();
    const partner = theirs.share();
    text(partner).insert(0, 'kept');
    wire.begin(partner, 'b');
    await clock.advance(7_500);
    expect([loads, errors.length]).toEqual([4, 4]);
    offline = false;
    await clock.advance(8_000);
    expect(text(lazy.shared).toString()).toBe('kept');
  });

  it('is opened by a call after a reload, for it may hold what the other side has not seen', async () => {
    await lazy.open();
    expect(wasOpened).toBe(true);
    text(lazy.shared).insert(0, 'unsent');
    lazy.close();
    const reloaded = new LazyDocument({
      room,
      load: async () => ({ createDocument: () => mine.create() }),
      wasOpened: { read: () => wasOpened, write: () => undefined },
      clock,
      onError: (error) => errors.push(error),
    });
    reloaded.callBegan(call());
    const partner = theirs.share();
    wire.begin(partner, 'b');
    wire.open();
    await clock.advance(200);
    expect(text(partner).toString()).toBe('unsent');
    expect(errors).toEqual([]);
  });

  it('can be asked for again when it did not come', async () => {
    offline = true;
    await expect(lazy.open()).rejects.toThrow('no network');
    offline = false;
    expect(await lazy.open()).toBe(lazy.shared);
  });

  it('is closed with the visit, also when it came too late', async () => {
    const late = lazy.open();
    lazy.close();
    await late;
    await settle();
    made[0]?.document.doc.getText('t').insert(0, 'x');
    await clock.advance(60_000);
    expect(mine.server.asked).toEqual([]);
  });

  it('goes by way of the server when the two have no channel for five seconds, and is the same on both sides', async () => {
    lazy.callBegan(call());
    const other = new LazyDocument({
      room,
      load: async () => ({ createDocument: () => theirs.create() }),
      wasOpened: { read: () => false, write: () => undefined },
      clock,
      onError: (error) => errors.push(error),
    });
    other.callBegan({
      channel: (label) => (label === 'document' ? wire.document : wire.cursors).b,
      relay: server.ends[1],
    });
    const [mineShared, theirShared] = await Promise.all([lazy.open(), other.open()]);
    text(mineShared).insert(0, 'mine ');
    await clock.advance(4_900);
    expect(server.sent).toEqual([]);
    text(theirShared).insert(0, 'theirs ');
    await clock.advance(5_500);
    expect(text(mineShared).toString()).toHaveLength(12);
    expect(text(mineShared).toString()).toBe(text(theirShared).toString());
    wire.open();
    await clock.advance(1_000);
    const relayed = server.sent.length;
    text(mineShared).insert(0, 'and directly ');
    await clock.advance(1_000);
    expect(text(theirShared).toString()).toContain('and directly');
    expect(server.sent).toHaveLength(relayed);
    expect(errors).toEqual([]);
    other.close();
  });

  it('goes by no server in counselling', async () => {
    const counselling = new LazyDocument({
      room: { ...room, kind: 'counselling' },
      load: async () => ({ createDocument: () => mine.create({ kept: false }) }),
      wasOpened: { read: () => false, write: () => undefined },
      clock,
      onError: (error) => errors.push(error),
    });
    counselling.callBegan(call());
    text(await counselling.open()).insert(0, 'a secret');
    await clock.advance(60_000);
    expect(server.sent).toEqual([]);
    counselling.close();
  });

  it('takes nothing of a call that is over', async () => {
    const end = lazy.callBegan(call());
    wire.open();
    const partner = theirs.share();
    wire.begin(partner, 'b');
    await lazy.open();
    end();
    text(partner).insert(0, 'too late');
    await clock.advance(200);
    expect(text(lazy.shared).toString()).toBe('');
  });
});
