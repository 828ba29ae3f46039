import { Semaphore } from './semaphore';

/** Lets one piece of work run at a time for each key, in their order. Keys without work are forgotten. */
export class KeyedTurns {
  private readonly keys = new Map<string, { readonly turns: Semaphore; users: number }>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = this.keys.get(key) ?? { turns: new Semaphore(1), users: 0 };
    this.keys.set(key, entry);
    entry.users += 1;
    try {
      return await entry.turns.run(work);
    } finally {
      entry.users -= 1;
      if (entry.users === 0) this.keys.delete(key);
    }
  }

  get size(): number {
    return this.keys.size;
  }
}
