import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { FakeFile, sameBytes } from '../testing/fake-file';
import { fileTransferPair, fileTransferSide } from '../testing/file-transfer-pair';
import { BLOCK_BYTES, MAX_OPEN_FILES } from './file-protocol';
import type { FileTransfer } from './file-transfer';

const statusOf = (transfer: FileTransfer | undefined): string | undefined => transfer?.state.status;
const statuses = (transfers: readonly FileTransfer[]): string[] =>
  transfers.map(({ state }) => state.status).filter((status, index, all) => status !== all[index - 1]);

async function contentOf(transfer: FileTransfer | undefined): Promise<Uint8Array> {
  if (transfer?.state.status !== 'done') throw new Error(`not done but ${transfer?.state.status}`);
  return new Uint8Array(await transfer.state.file.arrayBuffer());
}

describe('FileTransfers', () => {
  it.each([0, 1, 16_384, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 5 * BLOCK_BYTES + 7])(
    'carries %p bytes, once the other side took the offer',
    async (size) => {
      const { clock, open, a, b } = fileTransferPair();
      open();
      const file = new FakeFile(size, '이력서.pdf', 3, 'application/pdf');
      const { id } = a.files.send(file.blob);
      await clock.advance(100);
      expect(statusOf(a.latest(id))).toBe('waiting');
      expect(b.offered).toMatchObject([
        { name: '이력서.pdf', size, mediaType: 'application/pdf', direction: 'incoming' },
      ]);
      const incoming = b.offered[0]?.id ?? 0;
      expect(b.files.accept(incoming)).toBe(true);
      await clock.advance(5_000);
      expect(statuses(a.changes)).toEqual(['transferring', 'done']);
      expect(statuses(b.changes)).toEqual(['transferring', 'done']);
      expect(sameBytes(await contentOf(b.latest(incoming)), file.bytes())).toBe(true);
      expect([a.latest(id)?.bytes, b.latest(incoming)?.bytes]).toEqual([size, size]);
      expect([a.files.transfers, b.files.transfers, a.invalid, b.invalid, clock.pending]).toEqual([[], [], [], [], 0]);
    },
  );

  it('works with real files and a real SHA-256', async () => {
    const real = fakePlatform();
    const platform = { clock: real.clock, sha256: (data: Uint8Array<ArrayBuffer>) => real.sha256(data) };
    const { clock, open, a, b } = fileTransferPair({ a: { platform }, b: { platform } });
    open();
    const content = new FakeFile(3 * BLOCK_BYTES + 5, 'x').bytes();
    a.files.send(new File([content], 'photo.png', { type: 'image/png' }));
    b.files.on('offered', ({ id }) => b.files.accept(id));
    for (let turn = 0; turn < 1_000 && statusOf(b.changes.at(-1)) !== 'done'; turn += 1) {
      await clock.advance(10);
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(port1.close());
        port2.postMessage(undefined);
      });
    }
    expect(b.offered[0]).toMatchObject({ name: 'photo.png', mediaType: 'image/png' });
    expect(sameBytes(await contentOf(b.changes.at(-1)), content)).toBe(true);
  });

  it('sends several at a time, both ways, and takes turns', async () => {
    const { clock, open, a, b } = fileTransferPair();
    open();
    for (const side of [a, b]) side.files.on('offered', ({ id }) => side.files.accept(id));
    const files = [1, 2, 3].map((seed) => new FakeFile(2 * BLOCK_BYTES, `${seed}`, seed));
    for (const file of files) a.files.send(file.blob);
    b.files.send(new FakeFile(BLOCK_BYTES, 'back').blob);
    await clock.advance(300);
    const incoming = b.files.transfers.filter(({ direction }) => direction === 'incoming');
    expect(incoming.map(({ bytes }) => bytes > 300_000)).toEqual([true, true, true]);
    await clock.advance(5_000);
    for (const [index, { id }] of b.offered.entries()) {
      expect(sameBytes(await contentOf(b.latest(id)), files[index]?.bytes() ?? new Uint8Array())).toBe(true);
    }
    expect(statusOf(a.latest(a.offered[0]?.id ?? 0))).toBe('done');
  });

  it('tells both sides of progress and rate', async () => {
    const { clock, open, a, b } = fileTransferPair({ bytesPerMs: 1_000 });
    open();
    b.files.on('offered', ({ id }) => b.files.accept(id));
    a.files.send(new FakeFile(3 * BLOCK_BYTES, 'x').blob);
    await clock.advance(2_000);
    const [sent, got] = [a.changes.at(-1), b.changes.at(-1)];
    expect(got?.rate).toBeGreaterThan(900_000);
    expect(got?.rate).toBeLessThan(1_100_000);
    expect(sent?.bytes).toBeGreaterThan(got?.bytes ?? Infinity);
    expect(b.changes.length).toBeLessThan(25);
  });

  it('ends with "declined" when the other side says no', async () => {
    const { clock, open, a, b } = fileTransferPair();
    open();
    const { id } = a.files.send(new FakeFile(10, 'x').blob);
    await clock.advance(100);
    const incoming = b.offered[0]?.id ?? 0;
    expect(b.files.decline(incoming)).toBe(true);
    expect([b.files.decline(incoming), b.files.accept(incoming), b.files.cancel(incoming)]).toEqual([
      false,
      false,
      false,
    ]);
    await clock.advance(100);
    expect([statusOf(a.latest(id)), statusOf(b.latest(incoming))]).toEqual(['declined', 'declined']);
  });

  it.each([
    ['a', 0],
    ['a', 10],
    ['a', 30],
    ['a', 150],
    ['a', 400],
    ['b', 25],
    ['b', 50],
    ['b', 150],
    ['b', 400],
  ] as const)('can be cancelled by %p after %p ms', async (who, afterMs) => {
    const { clock, open, a, b } = fileTransferPair();
    open();
    b.files.on('offered', ({ id }) => b.files.accept(id));
    a.files.send(new FakeFile(8 * BLOCK_BYTES, 'x').blob);
    await clock.advance(afterMs);
    const mine = { a, b }[who];
    const { id } = mine.files.transfers[0] ?? { id: 0 };
    expect([mine.files.cancel(id), mine.files.cancel(id), statusOf(mine.latest(id))]).toEqual([
      true,
      false,
      'cancelled',
    ]);
    await clock.advance(2_000);
    expect([a.files.transfers, b.files.transfers]).toEqual([[], []]);
    expect([...a.changes, ...b.changes].filter(({ state }) => state.status === 'done')).toEqual([]);
    expect([a.invalid, b.invalid, clock.pending]).toEqual([[], [], 0]);
  });

  it('offers eight at a time, the others when one of them is over', async () => {
    const { clock, open, a, b } = fileTransferPair();
    open();
    const sent = Array.from({ length: 20 }, (_, index) => a.files.send(new FakeFile(100, `${index}`).blob));
    await clock.advance(100);
    expect(b.offered).toHaveLength(MAX_OPEN_FILES);
    a.files.cancel(sent[0]?.id ?? 0);
    a.files.cancel(sent[12]?.id ?? 0);
    b.files.decline(b.offered[1]?.id ?? 0);
    await clock.advance(100);
    expect(b.offered.map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    b.files.on('offered', ({ id }) => b.files.accept(id));
    for (const { id } of b.offered.slice(2)) b.files.accept(id);
    await clock.advance(5_000);
    expect(a.changes.filter(({ state }) => state.status === 'done')).toHaveLength(17);
    expect([a.files.transfers, b.files.transfers, b.invalid]).toEqual([[], [], []]);
  });

  it('offers what was handed in before the channel opened', async () => {
    const { clock, open, a, b } = fileTransferPair();
    a.files.send(new FakeFile(10, 'early').blob);
    await clock.advance(100);
    open();
    await clock.advance(100);
    expect(b.offered).toMatchObject([{ name: 'early' }]);
  });

  it('may be constructed after the channel opened, on either side', async () => {
    const { clock, open, a, b } = fileTransferPair();
    b.files.close();
    open();
    a.files.send(new FakeFile(10, 'early').blob);
    await clock.advance(100);
    const late = fileTransferSide(b.channel, clock);
    late.files.on('offered', ({ id }) => late.files.accept(id));
    late.files.send(new FakeFile(10, 'back').blob);
    await clock.advance(500);
    expect(statusOf(late.latest(late.offered[0]?.id ?? 0))).toBe('done');
    expect(a.offered).toMatchObject([{ name: 'back' }]);
    expect([a.invalid, late.invalid]).toEqual([[], []]);
  });

  it('cancels what a side that begins anew can know nothing of, and offers the rest again', async () => {
    const { clock, open, close, a, b } = fileTransferPair();
    open();
    const taken = a.files.send(new FakeFile(50 * BLOCK_BYTES, 'taken').blob);
    const back = b.files.send(new FakeFile(10, 'back').blob);
    const waiting = a.files.send(new FakeFile(10, 'waiting').blob);
    await clock.advance(100);
    b.files.accept(b.offered[0]?.id ?? 0);
    await clock.advance(100);
    close();
    b.files.close();
    const again = fileTransferSide(b.channel, clock);
    open();
    await clock.advance(500);
    expect(statusOf(a.latest(taken.id))).toBe('cancelled');
    expect(statusOf(a.latest(a.offered[0]?.id ?? 0))).toBe('cancelled');
    expect(statusOf(b.latest(back.id))).toBe('cancelled');
    expect(statusOf(a.latest(waiting.id))).toBe('waiting');
    expect(again.offered).toMatchObject([{ name: 'waiting' }]);
    expect([a.invalid, again.invalid]).toEqual([[], []]);
  });

  it('cancels everything when closed, tells the other side, and holds nothing on to the channel', async () => {
    const { clock, open, a, b } = fileTransferPair();
    open();
    b.files.on('offered', ({ id }) => b.files.accept(id));
    for (let count = 0; count < 12; count += 1) a.files.send(new FakeFile(50 * BLOCK_BYTES, 'x').blob);
    await clock.advance(200);
    a.files.close();
    a.files.close();
    await clock.advance(1_000);
    expect([a.files.transfers, b.files.transfers]).toEqual([[], []]);
    expect(new Set(b.offered.map(({ id }) => statusOf(b.latest(id))))).toEqual(new Set(['cancelled']));
    expect(b.offered).toHaveLength(MAX_OPEN_FILES);
    expect(() => a.files.send(new FakeFile(1, 'x').blob)).toThrow('closed');
    expect(clock.pending).toBe(0);
  });
});
