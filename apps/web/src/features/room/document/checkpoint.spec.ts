import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspectDirectly, RoomDocument } from '@ieum/room-document';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { Checkpoint } from './checkpoint';
import { FakeDocumentServer } from './testing/fake-document-server';

let clock: ManualClock;
let server: FakeDocumentServer;
let document: RoomDocument;
let checkpoint: Checkpoint;
let errors: unknown[];
/** So many updates this device is too slow to look at. */
let slow: number;
beforeEach(() => {
  clock = new ManualClock();
  server = new FakeDocumentServer();
  slow = 0;
  const direct = inspectDirectly();
  const inspect: typeof direct.inspect = async (...update) => (slow-- > 0 ? 'too-slow' : direct.inspect(...update));
  document = new RoomDocument({ inspector: { ...direct, inspect }, clock });
  errors = [];
  const onError = (error: unknown) => void errors.push(error);
  checkpoint = new Checkpoint({ document, server, clock, onChange: () => undefined, onError });
});
afterEach(() => {
  void checkpoint.close();
  document.close();
});

const write = (text: string) => document.doc.getText('t').insert(document.doc.getText('t').length, text);
const text = () => document.doc.getText('t').toString();
const start = async () => {
  checkpoint.start();
  await clock.advance(0);
  server.asked.length = 0;
};

describe('what the server keeps of a document', () => {
  it('is there on a new device, and is not sent back', async () => {
    server.doc.getText('t').insert(0, 'from before');
    checkpoint.start();
    expect(checkpoint.state).toBe('loading');
    await clock.advance(600_000);
    expect(text()).toBe('from before');
    expect(checkpoint.state).toBe('saved');
    expect(server.asked).toEqual(['load']);
  });

  it('is asked for again when this device was too slow to look at it', async () => {
    server.doc.getText('t').insert(0, 'from before');
    slow = 2;
    checkpoint.start();
    await clock.advance(1_000);
    expect(text()).toBe('from before');
    expect(checkpoint.state).toBe('saved');
    expect(server.asked).toEqual(['load', 'load', 'load']);
  });

  it('is asked for three times at most, and then gets what is written here nevertheless', async () => {
    server.doc.getText('t').insert(0, 'before');
    slow = Infinity;
    checkpoint.start();
    write('a');
    await clock.advance(600_000);
    expect(server.asked).toEqual(['load', 'load', 'load', 'append']);
    expect([text(), checkpoint.state]).toEqual(['a', 'saved']);
    expect(server.text).toContain('before');
  });

  it('follows three seconds after the last key', async () => {
    await start();
    write('a');
    expect(checkpoint.state).toBe('saving');
    await clock.advance(2_900);
    write('b');
    await clock.advance(2_900);
    expect(server.asked).toEqual([]);
    await clock.advance(100);
    expect(server.text).toBe('ab');
    expect(checkpoint.state).toBe('saved');
  });

  it('is never more than a minute old, however steadily somebody writes', async () => {
    await start();
    for (let second = 0; second < 61; second += 1) {
      write('a');
      await clock.advance(1_000);
    }
    expect(server.asked).toEqual(['append']);
    expect(server.text.length).toBeGreaterThanOrEqual(60);
  });

  it('gets only what it lacks', async () => {
    write('a'.repeat(10_000));
    await start();
    await clock.advance(3_000);
    write('b');
    await clock.advance(3_000);
    expect(server.text).toHaveLength(10_001);
    expect(server.sizes[0]).toBeGreaterThan(10_000);
    expect(server.sizes[1]).toBeLessThan(100);
  });

  it('gets what was deleted, too', async () => {
    write('abc');
    await start();
    await clock.advance(3_000);
    document.doc.getText('t').delete(0, 2);
    await clock.advance(3_000);
    expect(server.text).toBe('c');
  });

  it('gets what was written while it was asked', async () => {
    await start();
    write('a');
    server.hold();
    await clock.advance(3_000);
    write('b');
    await server.release();
    expect(checkpoint.state).toBe('saving');
    await clock.advance(3_000);
    expect(server.text).toBe('ab');
    expect(checkpoint.state).toBe('saved');
  });

  it('gets everything at once when the page may be gone in a moment, and nothing twice', async () => {
    await start();
    write('a');
    checkpoint.flush();
    checkpoint.flush();
    await settle();
    expect(server.text).toBe('a');
    checkpoint.flush();
    await clock.advance(60_000);
    expect(server.asked).toEqual(['append']);
  });
});

describe('a server that cannot be reached', () => {
  it('is asked again, less and less often, until it has everything', async () => {
    await start();
    server.refusal = 'network/offline';
    write('a');
    await clock.advance(3_000);
    expect(checkpoint.state).toBe('failing');
    await clock.advance(61_000);
    // After 1, 2, 4, 8, 16 and 30 seconds.
    expect(server.asked).toHaveLength(7);
    server.refusal = null;
    await clock.advance(30_000);
    expect(server.text).toBe('a');
    expect(checkpoint.state).toBe('saved');
  });

  it('is asked for what it has before anything else once it is back', async () => {
    server.doc.getText('t').insert(0, 'before');
    server.refusal = 'server/unavailable';
    checkpoint.start();
    write('a');
    await clock.advance(1_500);
    expect(checkpoint.state).toBe('failing');
    server.refusal = null;
    await clock.advance(10_000);
    expect(server.asked).toEqual(['load', 'load', 'load', 'append']);
    expect(text()).toContain('before');
    expect(checkpoint.state).toBe('saved');
  });

  it.each(['auth/token-expired', 'auth/unauthenticated'] as const)(
    'is asked again after %s: the token may be renewed by then',
    async (refusal) => {
      await start();
      server.refusal = refusal;
      write('a');
      await clock.advance(3_000);
      expect(checkpoint.state).toBe('failing');
      server.refusal = null;
      await clock.advance(1_000);
      expect(server.text).toBe('a');
      expect(checkpoint.state).toBe('saved');
    },
  );

  it.each([
    ['documents/not-kept', 'not-kept'],
    ['documents/closed', 'closed'],
    ['documents/too-large', 'too-large'],
    ['auth/forbidden', 'refused'],
  ] as const)('is not asked again once it said %s', async (refusal, state) => {
    await start();
    server.refusal = refusal;
    write('a');
    await clock.advance(3_000);
    expect(checkpoint.state).toBe(state);
    write('b');
    checkpoint.flush();
    await clock.advance(600_000);
    expect(server.asked).toEqual(['append']);
    expect(errors).toEqual([]);
  });

  it('is not asked again after a mistake of this page, which is reported', async () => {
    await start();
    server.refusal = new Error('ours');
    write('a');
    await clock.advance(600_000);
    expect(errors).toEqual([server.refusal]);
    expect(checkpoint.state).toBe('refused');
  });
});

describe('the end of a document', () => {
  it('comes once the server has all of it', async () => {
    await start();
    write('a');
    const ended = checkpoint.close();
    document.close();
    await expect(ended).resolves.toBe(true);
    expect(server.text).toBe('a');
    expect(clock.pending).toBe(0);
  });

  it('waits for a server that is away', async () => {
    await start();
    server.refusal = 'network/offline';
    write('a');
    const ended = checkpoint.close();
    document.close();
    await clock.advance(5_000);
    server.refusal = null;
    await clock.advance(5_000);
    await expect(ended).resolves.toBe(true);
    expect(server.text).toBe('a');
  });

  it.each(['network/offline', 'documents/closed'] as const)('comes without the server after %s', async (refusal) => {
    await start();
    server.refusal = refusal;
    write('a');
    const ended = checkpoint.close();
    await clock.advance(660_000);
    await expect(ended).resolves.toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('comes at once when nothing was written', async () => {
    checkpoint.start();
    await expect(checkpoint.close()).resolves.toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('waits for what is on its way', async () => {
    await start();
    write('a');
    server.hold();
    await clock.advance(3_000);
    const ended = checkpoint.close();
    await server.release();
    await expect(ended).resolves.toBe(true);
    expect(server.asked).toEqual(['append']);
  });
});
