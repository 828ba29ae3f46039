import { describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import { browserLocks } from './tab-locks';

/** As the standard says: held until the callback's promise settles, the next in line gets it then. */
class FakeLockManager {
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #held = new Set<string>();

  async request(name: string, { ifAvailable }: LockOptions, run: (lock: Lock | null) => unknown): Promise<unknown> {
    if (ifAvailable && this.#held.has(name)) return run(null);
    await this.#tails.get(name);
    this.#held.add(name);
    const done = Promise.resolve(run({ name, mode: 'exclusive' })).finally(() => this.#held.delete(name));
    this.#tails.set(name, done);
    return done;
  }
}

const locks = () => browserLocks(new FakeLockManager() as unknown as LockManager);

describe('the lock of a take', () => {
  it('is held by one tab at a time', async () => {
    const tabs = locks();
    const release = await tabs.take('a');
    expect(release).toBeInstanceOf(Function);
    expect(await tabs.take('a')).toBeNull();
    expect(await tabs.take('b')).toBeInstanceOf(Function);
    release?.();
    await settle();
    expect(await tabs.take('a')).toBeInstanceOf(Function);
  });

  it('is waited for, where that is wanted', async () => {
    const tabs = locks();
    const release = await tabs.take('a');
    let got = false;
    const waiting = tabs.take('a', { wait: true }).then(() => (got = true));
    await settle();
    expect(got).toBe(false);
    release?.();
    await waiting;
    expect(got).toBe(true);
  });

  it('is everybody’s where the browser has none', async () => {
    const tabs = browserLocks(null as unknown as undefined);
    expect(await tabs.take('a')).toBeInstanceOf(Function);
    expect(await tabs.take('a')).toBeInstanceOf(Function);
  });
});
