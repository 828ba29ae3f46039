import { MAX_SLICE_BYTES } from '@ieum/api-contract';
import { StorageError } from './kept-take';
import type { KeptTake, Slice, SliceStore, StorageProblem } from './kept-take';
import type { TakeSummary } from './recorder-ports';

export interface TakeSlicesOptions {
  readonly take: KeptTake;
  readonly store: SliceStore;
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** One more can be read; it is kept on the device, or in this page's memory. */
  readonly onSlice: (size: number) => void;
  /** The device keeps no more of it: the rest is in memory. */
  readonly onStorageProblem: (problem: StorageProblem) => void;
  /** A slice could not be made at all: the take ends with what is there. */
  readonly onFailed: (error: unknown) => void;
}

/** The slices of one take: hashed and kept on the device, in their order, before anybody sends them. */
export class TakeSlices {
  readonly #options: TakeSlicesOptions;
  readonly #memory = new Map<number, Slice>();
  #take: KeptTake;
  #tail: Promise<void> = Promise.resolve();
  #inMemory = false;
  #over = false;

  constructor(options: TakeSlicesOptions) {
    this.#options = options;
    this.#take = options.take;
  }

  get take(): KeptTake {
    return this.#take;
  }

  add(bytes: Uint8Array<ArrayBuffer>, so: TakeSummary): void {
    for (let at = 0; at < bytes.byteLength; at += MAX_SLICE_BYTES) {
      const part = bytes.slice(at, at + MAX_SLICE_BYTES);
      this.#then(() => this.#keep(part, so));
    }
  }

  /** Resolves once everything before is kept. */
  async finish(all: TakeSummary): Promise<void> {
    this.#then(async () => {
      this.#take = { ...this.#take, ...all, finished: true };
      await this.#save(this.#take);
    });
    await this.#tail;
  }

  /** `null`: it is not there any more. */
  async read(index: number): Promise<Slice | null> {
    return this.#memory.get(index) ?? (await this.#options.store.read(this.#take.id, index));
  }

  /** The server has it, or nobody wants it: nothing of it stays here. */
  async forget(): Promise<void> {
    this.#over = true;
    await this.#tail;
    this.#memory.clear();
    try {
      await this.#options.store.remove(this.#take.id);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#options.onStorageProblem(error.problem);
    }
  }

  #then(step: () => Promise<void>): void {
    this.#tail = this.#tail.then(async () => {
      if (this.#over) return;
      try {
        await step();
      } catch (error) {
        this.#over = true;
        this.#options.onFailed(error);
      }
    });
  }

  async #keep(bytes: Uint8Array<ArrayBuffer>, so: TakeSummary): Promise<void> {
    const slice = { index: this.#take.sizes.length, bytes, sha256: await this.#options.hash(bytes) };
    this.#take = { ...this.#take, ...so, sizes: [...this.#take.sizes, bytes.byteLength] };
    if (!(await this.#save(this.#take, slice))) this.#memory.set(slice.index, slice);
    this.#options.onSlice(bytes.byteLength);
  }

  /** What the device has stays a beginning without gaps: after one that it did not take it is given no more. */
  async #save(take: KeptTake, slice?: Slice): Promise<boolean> {
    if (this.#inMemory) return false;
    try {
      await this.#options.store.save(take, slice);
      return true;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#inMemory = true;
      this.#options.onStorageProblem(error.problem);
      return false;
    }
  }
}
