import { describe, expect, it } from '@jest/globals';
import { FakeFile } from '../testing/fake-file';
import { fileTransferPair } from '../testing/file-transfer-pair';
import { BLOCK_BYTES, CHUNK_BYTES, parseFileMessage, WINDOW_BYTES } from './file-protocol';
import { HIGH_WATER_BYTES } from './flow-control';

const SIZE = 100 * 1_000_000;

describe('100 MB', () => {
  it('go through in bounded memory, though the disk is slower than the path', async () => {
    const writes = { waiting: 0, most: 0, largest: 0, total: 0 };
    const pair = fileTransferPair({
      bytesPerMs: 50_000,
      b: {
        createSink: () => ({
          // Keeps nothing, and takes 50 ms a block.
          write: async (block) => {
            writes.waiting += 1;
            writes.most = Math.max(writes.most, writes.waiting);
            writes.largest = Math.max(writes.largest, block.byteLength);
            writes.total += block.byteLength;
            await new Promise<void>((resolve) => pair.clock.setTimeout(resolve, 50));
            writes.waiting -= 1;
          },
          close: () => new Blob(['all of it']),
          abort: () => undefined,
        }),
      },
    });
    const { clock, open, a, b } = pair;
    const bytes = { sent: 0, stored: 0, mostUnstored: 0, largestFrame: 0 };
    a.channel.onSent = (data) => {
      if (typeof data === 'string') return;
      bytes.sent += data.byteLength - 4;
      bytes.largestFrame = Math.max(bytes.largestFrame, data.byteLength);
      bytes.mostUnstored = Math.max(bytes.mostUnstored, bytes.sent - bytes.stored);
    };
    b.channel.onSent = (data) => {
      const message = typeof data === 'string' ? parseFileMessage(data) : undefined;
      if (message?.type === 'stored') bytes.stored = message.bytes;
    };
    open();
    b.files.on('offered', ({ id }) => b.files.accept(id));
    const file = new FakeFile(SIZE, 'video.mp4');
    a.files.send(file.blob);
    for (let round = 0; round < 100 && a.files.transfers.length > 0; round += 1) await clock.advance(500);

    expect([a.changes.at(-1)?.state.status, b.changes.at(-1)?.state.status]).toEqual(['done', 'done']);
    expect([bytes.sent, bytes.stored, writes.total]).toEqual([SIZE, SIZE, SIZE]);
    expect(bytes.mostUnstored).toBeLessThanOrEqual(WINDOW_BYTES);
    expect(bytes.largestFrame).toBe(CHUNK_BYTES + 4);
    expect(a.channel.mostBuffered).toBeLessThan(HIGH_WATER_BYTES + 2 * CHUNK_BYTES);
    expect(file.largestRead).toBe(BLOCK_BYTES);
    expect([writes.most, writes.largest]).toEqual([1, BLOCK_BYTES]);
    expect(clock.pending).toBe(0);
  }, 60_000);
});
