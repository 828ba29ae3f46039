import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetUser, keepFor, keepsUnsaved } from './user-storage';

class FakeStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#items.set(key, value);
  removeItem = (key: string) => void this.#items.delete(key);
  clear = () => this.#items.clear();
  keys = () => [...this.#items.keys()].sort();
}

const USER_KEYS = [
  'ieum.ask-draft',
  'ieum.feedback-draft.1',
  'ieum.practice.listens',
  'ieum.ready-check',
  'ieum.room-devices',
  'ieum.room.1.chat',
  'ieum.script-draft.mina.1',
  'ieum.written-draft.mina.1',
];
let storages: FakeStorage[];
let deleted: string[];
const define = (name: string, value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

const before = ['sessionStorage', 'localStorage', 'indexedDB'].map(
  (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
);

beforeEach(() => {
  storages = [new FakeStorage(), new FakeStorage()];
  define('sessionStorage', storages[0]);
  define('localStorage', storages[1]);
  deleted = [];
  define('indexedDB', { deleteDatabase: (name: string) => void deleted.push(name) });
});
afterEach(() => {
  for (const [name, descriptor] of before) {
    Reflect.deleteProperty(globalThis, name);
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  }
});

const fill = () => {
  for (const storage of storages) for (const key of [...USER_KEYS, 'ieum.language']) storage.setItem(key, 'x');
};

describe('what is kept on the device for a user', () => {
  it('is gone from both storages once forgotten; settings of the device stay', () => {
    fill();
    forgetUser();
    for (const storage of storages) expect(storage.keys()).toEqual(['ieum.language']);
  });

  it('includes spoken answers, which go with their user and stay on a reload', () => {
    keepFor('mina');
    keepFor('mina');
    expect(deleted).toEqual([]);
    keepFor('haru');
    expect(deleted).toContain('ieum.recordings');
    deleted = [];
    forgetUser();
    expect(deleted).toEqual(['ieum.recordings']);
  });

  it('stays for the same user across reloads and renewals', () => {
    keepFor('mina');
    fill();
    keepFor('mina');
    for (const storage of storages) expect(storage.keys()).toEqual(expect.arrayContaining(USER_KEYS));
  });

  it('is removed when somebody else comes, even when it was written after the sign-out', () => {
    keepFor('mina');
    forgetUser();
    fill();
    keepFor('haru');
    for (const storage of storages) expect(storage.keys()).toEqual(['ieum.kept-for', 'ieum.language']);
  });
});

describe('what is not at the server yet', () => {
  it.each(['ieum.script-draft.mina.1', 'ieum.feedback-draft.1', 'ieum.written-draft.mina.1'])(
    'is known by its key %s, also when an earlier page left it',
    async (key) => {
      define('indexedDB', undefined);
      storages[1]?.setItem('ieum.language', 'ko');
      expect(await keepsUnsaved()).toBe(false);
      storages[1]?.setItem(key, 'x');
      expect(await keepsUnsaved()).toBe(true);
    },
  );
});
