import { QUESTION_TOPICS, QUESTION_TYPES, type QuestionInput, type QuestionType } from '@ieum/api-contract';
import { describe, expect, it } from '@jest/globals';
import { INTRODUCTION_KEYS, REVIEWED_QUESTIONS } from './reviewed-questions';

const LEVELS = [1, 2, 3, 4, 5, 6];

/** For whom each type is: whoever says little describes, whoever says much argues. */
const RANGES: Readonly<Record<QuestionType, readonly string[]>> = {
  describe: ['1-4', '2-5'],
  routine: ['1-4', '2-5'],
  past: ['3-6'],
  compare: ['3-6'],
  'role-play': ['2-6'],
  unexpected: ['4-6'],
};

const isTopical = ({ key }: QuestionInput) => !INTRODUCTION_KEYS.includes(key);
const TOPICAL = REVIEWED_QUESTIONS.filter(isTopical);

const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
/** As somebody hears it: letters alone. */
const heard = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
const keysOf = (wrong: (question: QuestionInput) => boolean) => REVIEWED_QUESTIONS.filter(wrong).map(({ key }) => key);

describe('the reviewed questions', () => {
  it('are ten for each topic, all of them named by their topic', () => {
    for (const topic of QUESTION_TOPICS) {
      expect([topic, TOPICAL.filter((each) => each.topic === topic).length]).toEqual([topic, 10]);
    }
    expect(TOPICAL.filter(({ key, topic }) => !key.startsWith(`${topic}-`))).toEqual([]);
  });

  it('ask learners of every level in two ways to introduce themselves', () => {
    const introductions = REVIEWED_QUESTIONS.filter((each) => !isTopical(each));
    expect(introductions.filter(({ key }) => !key.startsWith('introduce-'))).toEqual([]);
    for (const level of LEVELS) {
      const fitting = introductions.filter(({ minLevel, maxLevel }) => minLevel <= level && level <= maxLevel);
      expect([level, fitting.length >= 2]).toEqual([level, true]);
    }
  });

  it('ask for all six things in every topic', () => {
    for (const topic of QUESTION_TOPICS) {
      const types = new Set(TOPICAL.filter((each) => each.topic === topic).map(({ type }) => type));
      expect([topic, [...types].sort()]).toEqual([topic, [...QUESTION_TYPES].sort()]);
    }
  });

  it('have at least three for every level of every topic', () => {
    for (const topic of QUESTION_TOPICS) {
      for (const level of LEVELS) {
        const fitting = REVIEWED_QUESTIONS.filter(
          (each) => each.topic === topic && each.minLevel <= level && level <= each.maxLevel,
        );
        expect([topic, level, fitting.length >= 3]).toEqual([topic, level, true]);
      }
    }
  });

  it('are each for the levels that can answer such a thing', () => {
    const isFor = ({ type, minLevel, maxLevel }: QuestionInput) => RANGES[type].includes(`${minLevel}-${maxLevel}`);
    expect(TOPICAL.filter((question) => !isFor(question))).toEqual([]);
  });

  it('are all different, in key, text and help', () => {
    expect(twice(REVIEWED_QUESTIONS.map(({ key }) => key))).toEqual([]);
    expect(twice(REVIEWED_QUESTIONS.map(({ text }) => heard(text)))).toEqual([]);
    expect(twice(REVIEWED_QUESTIONS.map(({ help }) => heard(help)))).toEqual([]);
  });

  it('begin differently: no opening is heard again and again', () => {
    const openings = new Map<string, number>();
    for (const { text } of REVIEWED_QUESTIONS) {
      const opening = heard(text).split(' ').slice(0, 6).join(' ');
      openings.set(opening, (openings.get(opening) ?? 0) + 1);
    }
    // "Tell me about a time when …" is how one asks for something past.
    expect([...openings].filter(([, count]) => count > 8)).toEqual([]);
    expect(openings.size).toBeGreaterThan(160);
  });

  it('are asked in plain English of one to four sentences', () => {
    expect(keysOf(({ text }) => !/^[\x20-\x7E]+$/u.test(text))).toEqual([]);
    expect(keysOf(({ text }) => !/[.?!]$/u.test(text))).toEqual([]);
    expect(keysOf(({ text }) => (text.match(/[.?!](?=\s|$)/gu)?.length ?? 0) > 4)).toEqual([]);
  });

  it('are short where somebody of the first level is asked', () => {
    expect(keysOf(({ minLevel, text }) => minLevel === 1 && text.split(' ').length > 30)).toEqual([]);
  });

  it('are helped with in polite Korean', () => {
    expect(keysOf(({ help }) => (help.match(/\p{Script=Hangul}/gu)?.length ?? 0) < 20)).toEqual([]);
    expect(keysOf(({ help }) => !/[요]\.$/u.test(help))).toEqual([]);
    expect(keysOf(({ help }) => /[A-Za-z]/u.test(help))).toEqual([]);
  });
});
