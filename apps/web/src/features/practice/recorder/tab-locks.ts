/** PORT. What of several tabs of a browser only one does. */
export interface TabLocks {
  /**
   * Takes the lock and returns the function that gives it back. `null`: another tab has it; `wait`: rather waits until
   * that one lets go, or is gone.
   */
  take(name: string, options?: { readonly wait?: boolean }): Promise<(() => void) | null>;
}

/** The browser's own (W3C Web Locks). Without them each tab does as it likes: what they do is harmless done twice. */
export const browserLocks = (locks: LockManager | undefined = globalThis.navigator?.locks): TabLocks => ({
  take: (name, { wait = false } = {}) => {
    if (!locks) return Promise.resolve(() => undefined);
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | null => {
        if (!lock) {
          resolve(null);
          return null;
        }
        return new Promise((release) => resolve(release));
      };
      locks.request(name, { ifAvailable: !wait }, hold).catch(reject);
    });
  },
});
