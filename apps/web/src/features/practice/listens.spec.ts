import { beforeEach, describe, expect, it } from '@jest/globals';
import { Listens } from './listens';
import type { KeyValueStorage } from './stored-value';
import { memoryStorage } from './testing/memory-storage';

let storage: KeyValueStorage;
beforeEach(() => {
  storage = memoryStorage();
});

describe('the listens of a question', () => {
  it('are two, also after a reload and in another tab', () => {
    const listens = new Listens(storage);
    expect(listens.left('a')).toBe(2);
    listens.count('a');
    expect([listens.left('a'), new Listens(storage).left('a'), listens.left('b')]).toEqual([1, 1, 2]);
    new Listens(storage).count('a');
    expect(listens.left('a')).toBe(0);
    listens.count('a');
    expect(listens.left('a')).toBe(0);
  });

  it('are two again when the question is drawn again', () => {
    const listens = new Listens(storage);
    listens.count('a');
    listens.count('b');
    listens.beginAnew('a');
    expect([listens.left('a'), listens.left('b')]).toEqual([2, 1]);
  });

  it('are kept for the last two hundred questions', () => {
    const listens = new Listens(storage);
    for (let question = 0; question <= 200; question += 1) listens.count(`${question}`);
    expect([listens.left('0'), listens.left('1'), listens.left('200')]).toEqual([2, 1, 1]);
  });

  it.each(['{', '{"a":1}', '[["a",-1]]', 'null'])('are all there where what is stored is broken: %s', (stored) => {
    storage.setItem('ieum.practice.listens', stored);
    expect(new Listens(storage).left('a')).toBe(2);
  });

  it('hear of other tabs by their own key, and by a storage that is emptied', () => {
    const listens = new Listens(storage);
    expect(['ieum.practice.listens', null, 'ieum.language'].map((key) => listens.isAbout(key))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
