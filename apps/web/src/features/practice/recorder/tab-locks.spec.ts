import { describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import { browserLocks } from './tab-locks';

/** As the standard says: held until the callback's promise settles, the next in line gets it then. */
class FakeLockManager {
  readonly #tails = new Map<string, Promise<unknown>>();

  async request(name: string, run: (lock: Lock) => unknown): Promise<unknown> {
    await this.#tails.get(name);
    const done = Promise.resolve(run({ name, mode: 'exclusive' }));
    this.#tails.set(name, done);
    return done;
  }
}

const locks = () => browserLocks(new FakeLockManager() as unknown as LockManager);

describe('the lock of a take', () => {
  it('is held by one tab at a time, and waited for by the others', async () => {
    const tabs = locks();
    const release = await tabs.take('a');
    expect(await tabs.take('b')).toBeInstanceOf(Function);
    let got = false;
    const waiting = tabs.take('a').then(() => (got = true));
    await settle();
    expect(got).toBe(false);
    release();
    await waiting;
    expect(got).toBe(true);
  });

  it('is everybody’s where the browser has none', async () => {
    const tabs = browserLocks(null as unknown as undefined);
    expect(await tabs.take('a')).toBeInstanceOf(Function);
    expect(await tabs.take('a')).toBeInstanceOf(Function);
  });
});
