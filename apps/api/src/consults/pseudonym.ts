import { randomInt } from 'node:crypto';
import type { Language } from '@ieum/signaling-protocol';

const WORDS: Record<Language, { first: readonly string[]; second: readonly string[] }> = {
  ko: {
    first: [
      '조용한',
      '따뜻한',
      '푸른',
      '느긋한',
      '반짝이는',
      '포근한',
      '용감한',
      '맑은',
      '차분한',
      '다정한',
      '씩씩한',
      '은은한',
    ],
    second: ['고래', '참새', '구름', '바다', '소나무', '달빛', '나무늘보', '여우', '수달', '별', '강물', '두루미'],
  },
  en: {
    first: ['Quiet', 'Warm', 'Blue', 'Gentle', 'Bright', 'Calm', 'Brave', 'Clear', 'Kind', 'Soft', 'Steady', 'Mild'],
    second: ['Whale', 'Sparrow', 'Cloud', 'Harbour', 'Pine', 'Moon', 'Otter', 'Fox', 'Heron', 'Star', 'River', 'Crane'],
  },
};

/** A name for one consult alone, so that two counselling consults of one student cannot be linked by it. */
export function makePseudonym(language: Language): string {
  const { first, second } = WORDS[language];
  return `${first[randomInt(first.length)]} ${second[randomInt(second.length)]} ${randomInt(10, 100)}`;
}
