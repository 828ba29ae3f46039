import { describe, expect, it } from '@jest/globals';
import { DOCTOR_WORDS } from './doctor-words';

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

describe('the words of the doctor', () => {
  const [en, ko] = [DOCTOR_WORDS.en, DOCTOR_WORDS.ko].map((words) => leaves(words as unknown as Tree));

  it('are the same in both languages, and none is empty', () => {
    expect(ko?.map(([path]) => path).sort()).toEqual(en?.map(([path]) => path).sort());
    for (const [path, words] of [...(en ?? []), ...(ko ?? [])])
      expect([path, words.trim() !== '']).toEqual([path, true]);
  });

  it('are sentences that say what to do, each in its own language', () => {
    const advice = (all: [string, string][] = []) => all.filter(([path]) => path.startsWith('reasons.'));
    for (const [path, words] of advice(en))
      expect([path, words]).toEqual([path, expect.stringMatching(/^[^가-힣]+\.$/u)]);
    for (const [path, words] of advice(ko))
      expect([path, words]).toEqual([path, expect.stringMatching(/[가-힣].*\.$/u)]);
  });
});
