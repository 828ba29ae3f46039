import { beforeEach, describe, expect, it } from '@jest/globals';
import { isNarrowed, readNarrowing, writeNarrowing } from './narrowing';
import type { KeyValueStorage } from './stored-value';
import { memoryStorage } from './testing/memory-storage';

let storage: KeyValueStorage;
beforeEach(() => {
  storage = memoryStorage();
});

describe('what questions are narrowed down to', () => {
  it('is anything at first, and stays in this tab', () => {
    expect(readNarrowing(storage, ['music'])).toEqual({});
    writeNarrowing(storage, { topic: 'music', type: 'past' });
    expect(readNarrowing(storage, ['home', 'music'])).toEqual({ topic: 'music', type: 'past' });
  });

  it('is no topic that the learner practises no more', () => {
    writeNarrowing(storage, { topic: 'music', type: 'past' });
    expect(readNarrowing(storage, ['home'])).toEqual({ type: 'past' });
  });

  it('is anything where what is stored is broken', () => {
    storage.setItem('ieum.practice.narrowing', '{"topic":"money"}');
    expect(readNarrowing(storage, ['home'])).toEqual({});
  });

  it('is known as narrow by either', () => {
    expect([isNarrowed({}), isNarrowed({ topic: 'home' }), isNarrowed({ type: 'past' })]).toEqual([false, true, true]);
  });
});
