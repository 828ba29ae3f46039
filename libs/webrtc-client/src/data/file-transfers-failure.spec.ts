import { describe, expect, it } from '@jest/globals';
import { FakeFile } from '../testing/fake-file';
import { fileTransferPair, type FileTransferPairOptions } from '../testing/file-transfer-pair';
import { BLOCK_BYTES } from './file-protocol';
import { blobSink, type FileSink } from './file-sink';

/** A file the other side takes; how it ended for both, and whether the sink was thrown away. */
async function run(file: FakeFile, options: FileTransferPairOptions = {}, meanwhile?: (content: Uint8Array) => void) {
  const { clock, open, a, b } = fileTransferPair(options);
  if (meanwhile) a.channel.onSent = (data) => typeof data !== 'string' && meanwhile(data);
  open();
  b.files.on('offered', ({ id }) => b.files.accept(id));
  a.files.send(file.blob);
  await clock.advance(5_000);
  expect([a.files.transfers, b.files.transfers, clock.pending]).toEqual([[], [], 0]);
  return [a.changes.at(-1)?.state, b.changes.at(-1)?.state];
}

const sinkThat = (part: Partial<FileSink>, log: string[]): FileSink => ({
  ...blobSink(),
  ...part,
  abort: () => void log.push('aborted'),
});

describe('FileTransfers', () => {
  it('fail with "hash-mismatch" when one byte is another one, and hand nothing out', async () => {
    let chunks = 0;
    const log: string[] = [];
    const states = await run(
      new FakeFile(3 * BLOCK_BYTES, 'x'),
      { b: { createSink: () => sinkThat({}, log) } },
      (frame) => {
        chunks += 1;
        if (chunks === 100) frame[50] = (frame[50] ?? 0) ^ 1;
      },
    );
    expect(states).toEqual([
      { status: 'failed', reason: 'hash-mismatch' },
      { status: 'failed', reason: 'hash-mismatch' },
    ]);
    expect(log).toEqual(['aborted']);
  });

  it('fail with "read-failed" when the file is gone or shorter', async () => {
    const gone = new FakeFile(3 * BLOCK_BYTES, 'x');
    const cause = new Error('NotReadableError');
    gone.onRead = (start) => {
      if (start > 0) throw cause;
    };
    expect(await run(gone)).toEqual([
      { status: 'failed', reason: 'read-failed', cause },
      { status: 'failed', reason: 'read-failed' },
    ]);
    const shorter = new FakeFile(100, 'x');
    shorter.bytes = () => new Uint8Array(99);
    expect(await run(shorter)).toMatchObject([{ reason: 'read-failed' }, { reason: 'read-failed' }]);
  });

  it.each(['open', 'write', 'close'] as const)('fail with "sink-failed" when the sink does not %s', async (step) => {
    const cause = new Error('QuotaExceededError');
    const fail = (): never => {
      throw cause;
    };
    const log: string[] = [];
    const createSink = (): FileSink => (step === 'open' ? fail() : sinkThat({ [step]: fail }, log));
    expect(await run(new FakeFile(2 * BLOCK_BYTES, 'x'), { b: { createSink } })).toEqual([
      { status: 'failed', reason: 'sink-failed' },
      { status: 'failed', reason: 'sink-failed', cause },
    ]);
    expect(log).toEqual(step === 'open' ? [] : ['aborted']);
  });

  it('fail with "too-large" what the other side does not take, without asking the person', async () => {
    const { clock, open, a, b } = fileTransferPair({ b: { maxFileBytes: 1_000 } });
    open();
    a.files.send(new FakeFile(1_001, 'x').blob);
    a.files.send(new FakeFile(1_000, 'y').blob);
    await clock.advance(100);
    expect(a.changes.map(({ state }) => state)).toEqual([{ status: 'failed', reason: 'too-large' }]);
    expect([b.offered.map(({ name }) => name), b.invalid]).toEqual([['y'], ['offer']]);
  });

  it('throw the sink away when the person cancels, also while it is being opened', async () => {
    for (const afterMs of [30, 200]) {
      const log: string[] = [];
      const pair = fileTransferPair({
        b: {
          createSink: async () => {
            await new Promise<void>((resolve) => pair.clock.setTimeout(resolve, 100));
            return sinkThat({ write: () => void log.push('wrote') }, log);
          },
        },
      });
      pair.open();
      pair.b.files.on('offered', ({ id }) => pair.b.files.accept(id));
      pair.a.files.send(new FakeFile(50 * BLOCK_BYTES, 'x').blob);
      await pair.clock.advance(afterMs);
      pair.b.files.cancel(pair.b.offered[0]?.id ?? 0);
      await pair.clock.advance(5_000);
      expect(log.filter((entry) => entry === 'aborted')).toEqual(['aborted']);
      expect(log.indexOf('aborted')).toBe(log.length - 1);
    }
  });

  it('hand nothing out that was cancelled while the sink was being closed', async () => {
    const log: string[] = [];
    const pair = fileTransferPair({
      b: {
        createSink: () => {
          const close = async (): Promise<Blob> => {
            await new Promise<void>((resolve) => pair.clock.setTimeout(resolve, 1_000));
            log.push('closed');
            return new Blob([]);
          };
          return sinkThat({ close }, log);
        },
      },
    });
    pair.open();
    pair.b.files.on('offered', ({ id }) => pair.b.files.accept(id));
    pair.a.files.send(new FakeFile(10, 'x').blob);
    await pair.clock.advance(500);
    pair.b.files.cancel(pair.b.offered[0]?.id ?? 0);
    await pair.clock.advance(5_000);
    expect(log).toEqual(['closed', 'aborted']);
    expect(pair.b.changes.at(-1)?.state).toEqual({ status: 'cancelled' });
    expect(pair.a.changes.at(-1)?.state).toEqual({ status: 'cancelled' });
  });
});
