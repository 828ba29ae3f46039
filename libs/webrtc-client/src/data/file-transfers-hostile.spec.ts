import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakePeerChannelPair } from '../testing/fake-peer-channel';
import { FakeFile } from '../testing/fake-file';
import { fileTransferSide } from '../testing/file-transfer-pair';
import { ManualClock } from '../testing';
import { BLOCK_BYTES, CHUNK_BYTES, encodeChunk, MAX_OPEN_FILES, WINDOW_BYTES } from './file-protocol';
import { blobSink } from './file-sink';

const HASH = 'A'.repeat(43);

/** One honest side, and a channel on which anything may be said to it. */
function setUp() {
  const clock = new ManualClock();
  const { a: hostile, b, open } = fakePeerChannelPair({ clock, latencyMs: 1, bytesPerMs: 1_000_000 });
  const writes: number[] = [];
  const createSink = () => ({
    ...blobSink(),
    write: (block: Uint8Array) => void writes.push(block.byteLength),
  });
  const side = fileTransferSide(b, clock, { createSink });
  const heard: Record<string, unknown>[] = [];
  hostile.on('message', (data) => {
    if (typeof data === 'string') heard.push(JSON.parse(data) as Record<string, unknown>);
  });
  open();
  /** Says these things, waiting when the channel is full. */
  const say = async (...messages: (string | object | Uint8Array<ArrayBuffer>)[]): Promise<void> => {
    for (const message of messages) {
      const isFrame = typeof message === 'string' || message instanceof Uint8Array;
      while (!hostile.send(isFrame ? message : JSON.stringify(message))) await clock.advance(1);
    }
    await clock.advance(20);
  };
  const outcomes = (): unknown[] => heard.filter(({ type }) => type === 'ended').map(({ outcome }) => outcome);
  return { clock, hostile, side, heard, say, outcomes, writes };
}

const offer = (id: number, size: number | string = 10) => ({ type: 'offer', id, name: 'x', size, mediaType: '' });
const resume = { type: 'resume', round: 1, ids: [], fresh: true };

/** An offer of this size that the person took. */
async function accepted(size: number) {
  const set = setUp();
  set.side.files.on('offered', ({ id }) => set.side.files.accept(id));
  await set.say(resume, offer(1, size));
  return set;
}

const failed = (side: ReturnType<typeof setUp>['side']): unknown => side.changes.at(-1)?.state;
const VIOLATION = { status: 'failed', reason: 'protocol-violation' };
const chunk = (id: number, length: number = CHUNK_BYTES) => encodeChunk(id, new Uint8Array(length));
const block = (id: number) => [
  ...Array.from({ length: BLOCK_BYTES / CHUNK_BYTES }, () => chunk(id)),
  { type: 'block', id, hash: HASH },
];

describe('FileTransfers, whatever the other side sends,', () => {
  it('drop nonsense and say so', async () => {
    const { side, say } = setUp();
    await say(resume, '', '{', 'null', '{"type":"offer","id":1,"size":-1}', offer(1, 1e300), 'x'.repeat(60_000));
    await say({ type: 'accept', id: 1, round: 1, from: 0 }, { type: 'finish', id: 1, hash: HASH });
    await say(chunk(1), new Uint8Array(4), new Uint8Array(60_000));
    expect(side.invalid).toEqual([...Array<string>(8).fill('message'), 'chunk', 'chunk', 'chunk']);
    expect([side.offered, side.files.transfers]).toEqual([[], []]);
  });

  it('ask the person of eight offers at most, and remember no more', async () => {
    const { side, say, outcomes } = setUp();
    await say(resume, ...Array.from({ length: 5_000 }, (_, index) => offer(index + 1)));
    expect(side.offered).toHaveLength(MAX_OPEN_FILES);
    expect(side.files.transfers).toHaveLength(MAX_OPEN_FILES);
    expect(outcomes()).toEqual(Array(4_992).fill('too-many'));
    await say(offer(4_000), offer(9));
    expect(outcomes().slice(-2)).toEqual(['cancelled', 'cancelled']);
    expect(side.offered).toHaveLength(MAX_OPEN_FILES);
  });

  it('fail when answers are demanded and never taken', async () => {
    const { side, say } = setUp();
    await say(resume, offer(1));
    side.channel.bufferedAmount = 2 ** 20;
    await say(...Array.from({ length: 300 }, (_, index) => offer(index + 2)));
    expect(side.files.transfers).toEqual([]);
    expect(failed(side)).toEqual(VIOLATION);
  });

  it('take no chunk of a file that was not accepted', async () => {
    const { side, say, outcomes } = setUp();
    await say(resume, offer(1), chunk(1, 5));
    expect(failed(side)).toEqual(VIOLATION);
    expect(outcomes()).toEqual(['protocol-violation']);
  });

  it.each([
    ['more bytes than offered', 10, [chunk(1, 11)]],
    ['more bytes than offered, in two', 10, [chunk(1, 10), chunk(1, 1)]],
    ['bytes of an empty file', 0, [chunk(1, 1)]],
    ['a block that is not complete', 10, [chunk(1, 9), { type: 'block', id: 1, hash: HASH }]],
    ['a block of nothing', 10, [{ type: 'block', id: 1, hash: HASH }]],
    ['an end that comes too early', 10, [{ type: 'finish', id: 1, hash: HASH }]],
    ['an end before the last block’s hash', 10, [chunk(1, 10), { type: 'finish', id: 1, hash: HASH }]],
  ])('fail for %s', async (_, size, messages) => {
    const { side, say, outcomes } = await accepted(size);
    await say(...messages);
    expect(failed(side)).toEqual(VIOLATION);
    expect(outcomes()).toEqual(['protocol-violation']);
    await say(...messages);
    expect([side.files.transfers, side.invalid]).toEqual([[], []]);
  });

  it('fail for a wrong hash of a block, or of the whole', async () => {
    const wrongBlock = await accepted(10);
    await wrongBlock.say(chunk(1, 10), { type: 'block', id: 1, hash: HASH });
    expect(failed(wrongBlock.side)).toEqual({ status: 'failed', reason: 'hash-mismatch' });
    const wrongEnd = await accepted(0);
    await wrongEnd.say({ type: 'finish', id: 1, hash: HASH });
    expect(failed(wrongEnd.side)).toEqual({ status: 'failed', reason: 'hash-mismatch' });
  });

  it('hold no more than the window when the sender does not wait', async () => {
    const set = setUp();
    let held = 0;
    const neverThere = (data: Uint8Array): Promise<never> => {
      held += data.byteLength;
      return new Promise(() => undefined);
    };
    const side = fileTransferSide(set.side.channel, set.clock, {
      platform: { clock: set.clock, sha256: neverThere },
    });
    set.side.files.close();
    side.files.on('offered', ({ id }) => side.files.accept(id));
    await set.say(resume, offer(1, 100 * BLOCK_BYTES));
    for (let count = 0; count < 4; count += 1) await set.say(...block(1));
    expect(side.files.transfers).toMatchObject([{ bytes: WINDOW_BYTES, state: { status: 'transferring' } }]);
    await set.say(chunk(1, 1));
    expect(failed(side)).toEqual(VIOLATION);
    expect(held).toBeLessThanOrEqual(WINDOW_BYTES);
  });

  it.each([
    ['an acknowledgement beyond what was sent', { type: 'stored', id: 1, bytes: 99 * BLOCK_BYTES }],
    ['an acknowledgement of nothing', { type: 'stored', id: 1, bytes: 0 }],
    ['a second acceptance', { type: 'accept', id: 1, round: 2, from: 0 }],
    ['success before the end', { type: 'ended', id: 1, outcome: 'done' }],
  ])('fail for %s', async (_, message) => {
    const { side, say, heard } = setUp();
    side.files.send(new FakeFile(100 * BLOCK_BYTES, 'x').blob);
    await say(resume, { type: 'accept', id: 1, round: 2, from: 0 });
    expect(side.files.transfers).toMatchObject([{ state: { status: 'transferring' } }]);
    await say(message);
    expect(failed(side)).toEqual(VIOLATION);
    expect(heard.at(-1)).toEqual({ type: 'cancel', id: 1, reason: 'protocol-violation' });
  });

  it.each([BLOCK_BYTES, 7, 100 * BLOCK_BYTES])('do not go on from byte %p, which was never sent', async (from) => {
    const { side, say } = setUp();
    side.files.send(new FakeFile(100 * BLOCK_BYTES, 'x').blob);
    await say(resume, { type: 'accept', id: 1, round: 2, from });
    expect(failed(side)).toEqual(VIOLATION);
  });

  it('send no more than the window to somebody who never acknowledges', async () => {
    const { side, say, hostile, clock } = setUp();
    let bytes = 0;
    hostile.on('message', (data) => {
      if (typeof data !== 'string') bytes += data.byteLength - 4;
    });
    const file = new FakeFile(100 * BLOCK_BYTES, 'x');
    side.files.send(file.blob);
    await say(resume, { type: 'accept', id: 1, round: 2, from: 0 });
    await clock.advance(60_000);
    expect([bytes, file.largestRead]).toEqual([WINDOW_BYTES, BLOCK_BYTES]);
  });

  it('never throw and never hold more than eight files, for anything well-formed in any order', async () => {
    const id = fc.integer({ min: 1, max: 12 });
    const hash = fc.constant(HASH);
    const round = fc.integer({ min: 1, max: 4 });
    const at = fc.constantFrom(0, 7, 10, BLOCK_BYTES, 2 * BLOCK_BYTES);
    const outcome = fc.constantFrom('done', 'declined', 'cancelled', 'sink-failed', 'hash-mismatch');
    const message = fc.oneof(
      fc.record({ type: fc.constant('offer'), id, name: fc.string(), size: at, mediaType: fc.string() }),
      fc.record({ type: fc.constantFrom('block', 'finish'), id, hash }),
      fc.record({ type: fc.constant('cancel'), id }),
      fc.record({ type: fc.constant('accept'), id, round, from: at }),
      fc.record({ type: fc.constant('stored'), id, bytes: at }),
      fc.record({ type: fc.constant('ended'), id, outcome }),
      fc.record({ type: fc.constant('resume'), round, ids: fc.array(id, { maxLength: 8 }), fresh: fc.boolean() }),
      fc.record({ id, length: fc.constantFrom(1, 10, CHUNK_BYTES) }).map(({ id, length }) => chunk(id, length)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 60 }), async (messages) => {
        const { side, say, clock } = setUp();
        side.files.on('offered', ({ id }) => side.files.accept(id));
        for (let count = 0; count < 3; count += 1) side.files.send(new FakeFile(20, 'mine').blob);
        await say(...messages);
        await clock.advance(1_000);
        const { transfers } = side.files;
        expect(transfers.filter(({ direction }) => direction === 'incoming').length).toBeLessThanOrEqual(
          MAX_OPEN_FILES,
        );
        side.files.close();
        await clock.advance(1_000);
        expect(clock.pending).toBe(0);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
