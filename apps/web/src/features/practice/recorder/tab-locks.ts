/** PORT. What of several tabs of a browser only one does. */
export interface TabLocks {
  /** Takes the lock once whoever has it lets go, or is gone. Returns the function that gives it back. */
  take(name: string): Promise<() => void>;
}

/** The browser's own (W3C Web Locks). Without them each tab does as it likes: what they do is harmless done twice. */
export const browserLocks = (locks: LockManager | undefined = globalThis.navigator?.locks): TabLocks => ({
  take: (name) => {
    if (!locks) return Promise.resolve(() => undefined);
    return new Promise((resolve, reject) => {
      const hold = (): Promise<void> => new Promise((release) => resolve(release));
      locks.request(name, hold).catch(reject);
    });
  },
});
