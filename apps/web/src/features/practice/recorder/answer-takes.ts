import type { Recording, RecordingType } from '@ieum/api-contract';
import { ApiError } from '../../../shared/lib/api-error';
import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import { StorageError } from './kept-take';
import type { KeptTake, SliceStore, StorageProblem } from './kept-take';
import type { TakeSink, TakeSummary } from './recorder-ports';
import type { TabLocks } from './tab-locks';
import { rowOf } from './take-row';
import type { TakeRow } from './take-row';
import { TakeSlices } from './take-slices';
import { TakeUpload } from './take-upload';
import type { TakeUploadOptions } from './take-upload';

export interface AnswerTakesPorts extends Pick<
  TakeUploadOptions,
  'server' | 'clock' | 'random' | 'onOnline' | 'onError'
> {
  readonly store: SliceStore;
  readonly locks: TabLocks;
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Until the returned function is called, the browser asks before the page goes. */
  readonly hold: () => () => void;
  readonly newId: () => string;
  /** Milliseconds since the epoch. */
  readonly wallClock: () => number;
}

export interface AnswerTakesState {
  /** Those that the server does not have yet, the oldest first. */
  readonly rows: readonly TakeRow[];
  readonly storage: StorageProblem | null;
  /** The last that the server took, of this page's time. */
  readonly stored: Recording | null;
}

interface Held {
  readonly slices: TakeSlices;
  readonly upload: TakeUpload | null;
  readonly release: () => void;
}

const lockOf = (takeId: string): string => `ieum.recording.${takeId}`;

/** One user's takes on their way from the microphone to the server, also those of pages that died. */
export class AnswerTakes extends SnapshotSource<AnswerTakesState> {
  readonly #ports: AnswerTakesPorts;
  readonly #held = new Map<string, Held>();
  /** Not on the device to their end yet: no other page is to have them before. */
  readonly #growing = new Set<string>();
  #open = false;
  #letPageGo: (() => void) | null = null;

  constructor(ports: AnswerTakesPorts) {
    super({ rows: [], storage: null, stored: null });
    this.#ports = ports;
  }

  /** Finds what is left of earlier pages. What was recorded to its end goes on by itself. */
  async open(): Promise<void> {
    this.#open = true;
    this.#holdWhileNeeded();
    const kept = await this.#list();
    await Promise.all(kept.map((take) => this.#find(take)));
  }

  /**
   * The page goes. What is being recorded comes to its end first. What is whole is still brought to the server: as long as
   * that goes well where the device has it, and until it is there where nothing but this page does.
   */
  close(): void {
    this.#open = false;
    for (const { id } of this.snapshot.rows) this.#leave(id);
    this.#holdWhileNeeded();
  }

  /** A new take begins. */
  begin(questionId: string, contentType: RecordingType): TakeSink {
    const { newId, wallClock, locks, onError } = this.#ports;
    const nothing = { durationMs: 0, voicedMs: 0, peaks: [], sizes: [] };
    const take: KeptTake = {
      ...nothing,
      id: newId(),
      questionId,
      contentType,
      startedAt: wallClock(),
      finished: false,
    };
    const lock = locks.take(lockOf(take.id));
    const { slices, upload } = this.#hold(take, () => void lock.then((release) => release(), onError));
    this.#addRow(rowOf(take, { status: 'waiting', live: true }));
    return {
      add: (bytes, so) => slices.add(bytes, so),
      finish: (all) => {
        this.#changeRow(take.id, { live: false, durationMs: all.durationMs });
        this.#finish(slices, upload, all);
      },
      discard: () => void this.discard(take.id),
    };
  }

  /** What a page left when it died goes to the server as it is; what was refused is tried once more. */
  async send(takeId: string): Promise<void> {
    const held = this.#held.get(takeId);
    if (!held) return;
    if (held.upload) return held.upload.retry();
    // Where the browser has no locks, its page may have kept more of it since.
    const take = await this.#kept(takeId);
    if (this.#held.get(takeId) === held) this.#resume(take ?? held.slices.take, held.release);
  }

  /** It goes for good, here and at the server. */
  async discard(takeId: string): Promise<void> {
    const held = this.#held.get(takeId);
    if (!held) return;
    const { server, onError } = this.#ports;
    held.upload?.stop();
    this.#forgetRow(takeId);
    try {
      await held.slices.forget();
      // A page that died may have told the server of it.
      if (held.upload?.hasBegun !== false) await server.remove(takeId);
    } catch (error) {
      // The server is told once: what it has of it is not whole, and is played to nobody.
      if (!(error instanceof ApiError)) onError(error);
    } finally {
      held.release();
    }
  }

  async #list(): Promise<readonly KeptTake[]> {
    try {
      return await this.#ports.store.list();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.update({ storage: error.problem });
      return [];
    }
  }

  async #kept(takeId: string): Promise<KeptTake | undefined> {
    return (await this.#list()).find(({ id }) => id === takeId);
  }

  /** One that another page records or sends is that page's; should that one go before it is done, this one goes on. */
  async #find({ id }: KeptTake): Promise<void> {
    if (this.#held.has(id)) return;
    const release = await this.#ports.locks.take(lockOf(id));
    const take = await this.#kept(id);
    if (!take || !this.#open || this.#held.has(id)) return release();
    if (take.finished) return this.#resume(take, release);
    this.#held.set(id, { slices: this.#slicesOf(take), upload: null, release });
    this.#addRow(rowOf(take, { status: 'kept', live: false }));
  }

  #resume(take: KeptTake, release: () => void): void {
    const { slices, upload } = this.#hold(take, release);
    this.#addRow(rowOf(take, { status: 'waiting', live: false }));
    take.sizes.forEach((size) => upload.offer(size));
    // From now on it goes on by itself, should this page die, too.
    this.#finish(slices, upload, take);
  }

  #finish(slices: TakeSlices, upload: TakeUpload, all: TakeSummary): void {
    const { id } = slices.take;
    void slices.finish(all).then(() => {
      this.#growing.delete(id);
      upload.finish(all);
      this.#leave(id);
    });
  }

  #hold(take: KeptTake, release: () => void): { readonly slices: TakeSlices; readonly upload: TakeUpload } {
    const { server, clock, random, onOnline, onError } = this.#ports;
    const slices = this.#slicesOf(take, {
      onSlice: (size) => {
        upload.offer(size);
        const { sizes, durationMs } = slices.take;
        this.#changeRow(take.id, { bytes: sizes.reduce((sum, of) => sum + of, 0), durationMs });
      },
      onFailed: (error) => upload.fail(error),
    });
    const read = (index: number) => slices.read(index);
    const upload = new TakeUpload({ take, read, server, clock, random, onOnline, onError });
    upload.subscribe(() => this.#follow(take.id, upload));
    this.#held.set(take.id, { slices, upload, release });
    this.#growing.add(take.id);
    return { slices, upload };
  }

  #slicesOf(
    take: KeptTake,
    told: { readonly onSlice: (size: number) => void; readonly onFailed: (error: unknown) => void } = NOBODY,
  ): TakeSlices {
    const { store, hash, onError } = this.#ports;
    return new TakeSlices({
      take,
      store,
      hash,
      onSlice: told.onSlice,
      onFailed: (error) => {
        onError(error);
        told.onFailed(error);
      },
      onStorageProblem: (storage) => {
        this.update({ storage });
        this.#changeRow(take.id, { inMemory: true });
        this.#holdWhileNeeded();
      },
    });
  }

  #follow(takeId: string, upload: TakeUpload): void {
    const { status, sentBytes, error, recording } = upload.getSnapshot();
    if (status === 'stored' && recording) {
      const held = this.#held.get(takeId);
      this.#forgetRow(takeId);
      this.update({ stored: recording });
      void held?.slices.forget().then(held.release, this.#ports.onError);
      return;
    }
    this.#changeRow(takeId, { status, sentBytes, error });
    this.#leave(takeId);
  }

  /** Once the page has gone. */
  #leave(takeId: string): void {
    const row = this.snapshot.rows.find(({ id }) => id === takeId);
    if (this.#open || !row || this.#growing.has(takeId) || !isLeftToNextPage(row)) return;
    const held = this.#held.get(takeId);
    held?.upload?.stop();
    this.#forgetRow(takeId);
    held?.release();
  }

  #addRow(row: TakeRow): void {
    const others = this.snapshot.rows.filter(({ id }) => id !== row.id);
    this.update({ rows: [...others, row].sort((a, b) => a.startedAt - b.startedAt) });
  }

  #changeRow(takeId: string, change: Partial<TakeRow>): void {
    this.update({ rows: this.snapshot.rows.map((row) => (row.id === takeId ? { ...row, ...change } : row)) });
  }

  #forgetRow(takeId: string): void {
    this.#held.delete(takeId);
    this.#growing.delete(takeId);
    this.update({ rows: this.snapshot.rows.filter(({ id }) => id !== takeId) });
    this.#holdWhileNeeded();
  }

  /** Nobody shows these takes any more: the browser has to ask for them. */
  #holdWhileNeeded(): void {
    if (!this.#open && this.snapshot.rows.some(({ inMemory }) => inMemory)) {
      this.#letPageGo ??= this.#ports.hold();
      return;
    }
    this.#letPageGo?.();
    this.#letPageGo = null;
  }
}

/** It does not go on by itself, or has time: the next page finds it. */
const isLeftToNextPage = ({ status, inMemory }: TakeRow): boolean =>
  status === 'kept' || status === 'refused' || (status === 'retrying' && !inMemory);

const NOBODY = { onSlice: () => undefined, onFailed: () => undefined };
