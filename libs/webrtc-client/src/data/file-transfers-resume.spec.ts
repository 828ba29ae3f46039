import { describe, expect, it } from '@jest/globals';
import { FakeFile, sameBytes } from '../testing/fake-file';
import { fileTransferPair, fileTransferSide } from '../testing/file-transfer-pair';
import { BLOCK_BYTES, decodeChunk, parseFileMessage, type FileMessage } from './file-protocol';
import { blobSink } from './file-sink';
import type { FileTransfer } from './file-transfer';

const statusOf = (transfer: FileTransfer | undefined): string | undefined => transfer?.state.status;

/** A transfer that the other side takes, under way for this long. */
async function underWay(blocks: number, forMs: number) {
  const pair = fileTransferPair();
  const messages: FileMessage[] = [];
  let chunks = 0;
  for (const { channel } of [pair.a, pair.b]) {
    channel.onSent = (data) => {
      const message = typeof data === 'string' ? parseFileMessage(data) : undefined;
      if (message) messages.push(message);
      else if (typeof data !== 'string' && decodeChunk(data.buffer)) chunks += 1;
    };
  }
  pair.open();
  pair.b.files.on('offered', ({ id }) => pair.b.files.accept(id));
  const file = new FakeFile(blocks * BLOCK_BYTES, 'x');
  const sent = pair.a.files.send(file.blob);
  await pair.clock.advance(forMs);
  return { ...pair, file, sent: sent.id, got: pair.b.offered[0]?.id ?? 0, messages, chunks: () => chunks };
}

async function isWhole(file: FakeFile, transfer: FileTransfer | undefined): Promise<boolean> {
  if (transfer?.state.status !== 'done') return false;
  return sameBytes(new Uint8Array(await transfer.state.file.arrayBuffer()), file.bytes());
}

describe('FileTransfers, when the channel closes and opens again', () => {
  it('pauses, and goes on after the last block that was kept', async () => {
    const { clock, open, close, a, b, file, sent, got, messages, chunks } = await underWay(10, 500);
    close();
    expect([statusOf(a.latest(sent)), statusOf(b.latest(got))]).toEqual(['paused', 'paused']);
    expect([a.latest(sent)?.rate, b.latest(got)?.rate]).toEqual([undefined, undefined]);
    await clock.advance(60_000);
    const before = chunks();
    messages.length = 0;
    open();
    await clock.advance(5_000);
    const [accept] = messages.filter(({ type }) => type === 'accept');
    expect(accept).toMatchObject({ from: 4 * BLOCK_BYTES });
    expect(chunks() - before).toBe((6 * BLOCK_BYTES) / 16_384);
    expect(await isWhole(file, b.latest(got))).toBe(true);
    expect(statusOf(a.latest(sent))).toBe('done');
  });

  it('goes on when only one side noticed before the new connection came', async () => {
    for (const end of ['a', 'b'] as const) {
      const { clock, open, close, a, b, file, sent, got } = await underWay(10, 500);
      close(end);
      await clock.advance(3_000);
      open();
      await clock.advance(5_000);
      expect(await isWhole(file, b.latest(got))).toBe(true);
      expect([statusOf(a.latest(sent)), a.invalid, b.invalid]).toEqual(['done', [], []]);
    }
  });

  it('is done on both sides when only the last word was lost', async () => {
    const { clock, open, close, a, b, sent, messages } = await underWay(1, 0);
    for (let ms = 0; ms < 1_000 && statusOf(b.changes.at(-1)) !== 'done'; ms += 1) await clock.advance(1);
    expect(statusOf(b.changes.at(-1))).toBe('done');
    close();
    expect(statusOf(a.latest(sent))).toBe('paused');
    expect(messages.at(-1)).toMatchObject({ type: 'ended', outcome: 'done' });
    open();
    await clock.advance(100);
    expect(statusOf(a.latest(sent))).toBe('done');
  });

  it('leaves nothing on the way to a side that begins anew while bytes flow', async () => {
    const { clock, a, b } = await underWay(8, 200);
    b.files.close();
    const again = fileTransferSide(b.channel, clock);
    await clock.advance(1_000);
    expect([a.files.transfers, a.invalid, again.invalid]).toEqual([[], [], []]);
  });

  it('offers again what was not answered, and asks the person only once', async () => {
    const { clock, open, close, a, b } = fileTransferPair();
    open();
    const { id } = a.files.send(new FakeFile(10, 'x').blob);
    await clock.advance(100);
    close();
    open();
    await clock.advance(100);
    expect(b.offered).toHaveLength(1);
    expect([statusOf(a.latest(id)), statusOf(b.files.transfers[0])]).toEqual(['waiting', 'offered']);
  });

  it('takes answers and cancellations while it is closed', async () => {
    const { clock, open, close, a, b } = fileTransferPair();
    open();
    const [taken, declined, withdrawn] = ['taken', 'declined', 'withdrawn'].map((name) =>
      a.files.send(new FakeFile(100, name).blob),
    );
    await clock.advance(100);
    close();
    b.files.accept(b.offered[0]?.id ?? 0);
    b.files.decline(b.offered[1]?.id ?? 0);
    a.files.cancel(withdrawn?.id ?? 0);
    expect(statusOf(b.latest(b.offered[0]?.id ?? 0))).toBe('paused');
    open();
    await clock.advance(500);
    expect([taken, declined].map((transfer) => statusOf(a.latest(transfer?.id ?? 0)))).toEqual(['done', 'declined']);
    expect(b.offered.map(({ id }) => statusOf(b.latest(id)))).toEqual(['done', 'declined', 'cancelled']);
    expect([a.files.transfers, b.files.transfers]).toEqual([[], []]);
  });

  it('waits for what is still being written before it says from where to go on', async () => {
    const pair = fileTransferPair({
      b: {
        createSink: () => {
          const sink = blobSink();
          const write = async (block: Uint8Array<ArrayBuffer>): Promise<void> => {
            await new Promise<void>((resolve) => pair.clock.setTimeout(resolve, 300));
            await sink.write(block);
          };
          return { ...sink, write };
        },
      },
    });
    const { clock, open, close, a, b } = pair;
    open();
    b.files.on('offered', ({ id }) => b.files.accept(id));
    const file = new FakeFile(6 * BLOCK_BYTES, 'x');
    a.files.send(file.blob);
    await clock.advance(500);
    close();
    open();
    await clock.advance(10_000);
    expect(await isWhole(file, b.changes.at(-1))).toBe(true);
  });
});
