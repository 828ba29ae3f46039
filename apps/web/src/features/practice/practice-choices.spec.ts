import { beforeEach, describe, expect, it } from '@jest/globals';
import { PracticeChoiceStore } from './practice-choices';
import type { KeyValueStorage } from './stored-value';
import { memoryStorage } from './testing/memory-storage';

const AS_IN_THE_EXAM = { showText: false, showHelp: false, practiseFreely: false, voice: null, rate: '1' };

let storage: KeyValueStorage;
beforeEach(() => {
  storage = memoryStorage();
});

describe('how somebody likes to practise', () => {
  it('is as in the exam at first', () => {
    expect(new PracticeChoiceStore(storage).read()).toEqual(AS_IN_THE_EXAM);
  });

  it('is remembered, each choice by itself, also those of another tab', () => {
    const here = new PracticeChoiceStore(storage);
    expect(here.write({ showText: true })).toEqual({ ...AS_IN_THE_EXAM, showText: true });
    new PracticeChoiceStore(storage).write({ rate: '0.7' });
    here.write({ voice: 'Samantha' });
    expect(here.read()).toEqual({ ...AS_IN_THE_EXAM, showText: true, rate: '0.7', voice: 'Samantha' });
  });

  it.each(['{', '[]', '{"rate":"9"}', '"x"'])('is as in the exam where what is stored is broken: %s', (stored) => {
    storage.setItem('ieum.practice-choices', stored);
    expect(new PracticeChoiceStore(storage).read()).toEqual(AS_IN_THE_EXAM);
  });
});
