import { StorageError } from '../kept-take';
import type { KeptTake, Slice, SliceStore, StorageProblem } from '../kept-take';

/** For specs: a device that can be full. What it holds outlives the pages that wrote it. */
export class FakeSliceStore implements SliceStore {
  readonly takes = new Map<string, KeptTake>();
  readonly slices = new Map<string, Slice>();
  problem: StorageProblem | null = null;

  async list(): Promise<KeptTake[]> {
    this.#mustWork();
    return [...this.takes.values()].sort((a, b) => a.startedAt - b.startedAt);
  }

  async save(take: KeptTake, slice?: Slice): Promise<void> {
    this.#mustWork();
    this.takes.set(take.id, structuredClone(take));
    if (slice) this.slices.set(`${take.id} ${slice.index}`, structuredClone(slice));
  }

  async read(takeId: string, index: number): Promise<Slice | null> {
    return this.slices.get(`${takeId} ${index}`) ?? null;
  }

  async remove(takeId: string): Promise<void> {
    this.takes.delete(takeId);
    for (const key of [...this.slices.keys()]) if (key.startsWith(`${takeId} `)) this.slices.delete(key);
  }

  #mustWork(): void {
    if (this.problem) throw new StorageError(this.problem);
  }
}
