import type { FileTransfer } from '../data/file-transfer';
import { FileTransfers, type FileTransfersOptions } from '../data/file-transfers';
import { fakePeerChannelPair, type FakePeerChannel, type FakePeerChannelPair } from './fake-peer-channel';
import { ManualClock } from './manual-clock';

/** Looked up once: in Jest's contexts every look-up of a global takes its time. */
const { imul } = Math;

/** One of two people who send each other files, and what was told to them. */
export interface FileTransferSide {
  readonly files: FileTransfers;
  readonly channel: FakePeerChannel;
  readonly offered: FileTransfer[];
  readonly changes: FileTransfer[];
  readonly invalid: string[];
  /** The last that was told of a transfer. */
  latest(id: number): FileTransfer | undefined;
}

export interface FileTransferPairOptions {
  readonly bytesPerMs?: number;
  readonly a?: Partial<FileTransfersOptions>;
  readonly b?: Partial<FileTransfersOptions>;
}

export interface FileTransferPair extends Omit<FakePeerChannelPair, 'a' | 'b'> {
  readonly clock: ManualClock;
  readonly a: FileTransferSide;
  readonly b: FileTransferSide;
}

/**
 * 32 bytes that tell contents apart, for tests only: unlike a real SHA-256 it is there before a `ManualClock` stops, and
 * every run is the same.
 */
function quickHash(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const lanes = new Uint32Array(8).fill(data.byteLength + 0x811c_9dc5);
  for (let at = 0; at < data.byteLength; at += 1) {
    const lane = at & 7;
    lanes[lane] = imul((lanes[lane] ?? 0) ^ (data[at] ?? 0), 0x0100_0193);
  }
  return Promise.resolve(new Uint8Array(lanes.buffer));
}

/** A `FileTransfers` on a channel, and what it tells. */
export function fileTransferSide(
  channel: FakePeerChannel,
  clock: ManualClock,
  options: Partial<FileTransfersOptions> = {},
): FileTransferSide {
  const files = new FileTransfers({ channel, platform: { clock, sha256: quickHash }, ...options });
  const [offered, changes, invalid]: [FileTransfer[], FileTransfer[], string[]] = [[], [], []];
  files.on('offered', (transfer) => offered.push(transfer));
  files.on('change', (transfer) => changes.push(transfer));
  files.on('invalid', (what) => invalid.push(what));
  const latest = (id: number): FileTransfer | undefined =>
    changes.findLast((transfer) => transfer.id === id) ?? files.transfers.find((transfer) => transfer.id === id);
  return { files, channel, offered, changes, invalid, latest };
}

/** Two sides joined by channels that are closed at first. 20 ms from one to the other. */
export function fileTransferPair({ bytesPerMs = 10_000, a, b }: FileTransferPairOptions = {}): FileTransferPair {
  const clock = new ManualClock();
  const pair = fakePeerChannelPair({ clock, latencyMs: 20, bytesPerMs });
  return { ...pair, clock, a: fileTransferSide(pair.a, clock, a), b: fileTransferSide(pair.b, clock, b) };
}
