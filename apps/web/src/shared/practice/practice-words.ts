import type { QuestionTopic, QuestionType } from '@ieum/api-contract';
import { defineMessages } from '../i18n/define-messages';
import type { Level } from './levels';

interface PracticeWords {
  readonly topics: Record<QuestionTopic, string>;
  readonly types: Record<QuestionType, string>;
  readonly levels: Record<Level, string>;
  /** What somebody says who has reached the level, in one sentence. */
  readonly levelMeanings: Record<Level, string>;
}

const en = {
  topics: {
    home: 'Home',
    neighbourhood: 'Neighbourhood',
    people: 'Family and friends',
    school: 'School',
    work: 'Work',
    music: 'Music',
    films: 'Films',
    reading: 'Reading',
    food: 'Food',
    cafes: 'Cafés',
    shopping: 'Shopping',
    travel: 'Travel',
    holidays: 'Holidays',
    sport: 'Sport',
    parks: 'Parks',
    health: 'Health',
    technology: 'Technology',
    weather: 'Weather',
  },
  types: {
    describe: 'Describe it',
    routine: 'What you usually do',
    past: 'What happened once',
    compare: 'Compare',
    'role-play': 'Role play',
    unexpected: 'Surprise question',
  },
  levels: { 1: 'Level 1', 2: 'Level 2', 3: 'Level 3', 4: 'Level 4', 5: 'Level 5', 6: 'Level 6' },
  levelMeanings: {
    1: 'You name things and answer with words and phrases you have learnt.',
    2: 'You say short, simple sentences about yourself and your day.',
    3: 'You string several sentences together about what you know well.',
    4: 'You tell what happened, in order, from beginning to end.',
    5: 'You go into detail, compare, and find a way round a missing word.',
    6: 'You speak at length about anything, also when you did not expect it.',
  },
} satisfies PracticeWords;

const ko = {
  topics: {
    home: '집',
    neighbourhood: '동네',
    people: '가족과 친구',
    school: '학교',
    work: '직장',
    music: '음악',
    films: '영화',
    reading: '독서',
    food: '음식',
    cafes: '카페',
    shopping: '쇼핑',
    travel: '여행',
    holidays: '명절과 휴일',
    sport: '운동',
    parks: '공원',
    health: '건강',
    technology: '기술',
    weather: '날씨',
  },
  types: {
    describe: '묘사하기',
    routine: '평소 습관',
    past: '지난 경험',
    compare: '비교하기',
    'role-play': '롤플레이',
    unexpected: '돌발 질문',
  },
  levels: { 1: '1단계', 2: '2단계', 3: '3단계', 4: '4단계', 5: '5단계', 6: '6단계' },
  levelMeanings: {
    1: '배운 단어와 표현으로 사물의 이름을 말하고 짧게 대답해요.',
    2: '나와 내 하루를 짧고 쉬운 문장으로 말해요.',
    3: '잘 아는 주제를 여러 문장으로 이어서 말해요.',
    4: '있었던 일을 처음부터 끝까지 순서대로 이야기해요.',
    5: '자세히 설명하고 비교하며, 모르는 단어는 돌려서 말해요.',
    6: '예상하지 못한 주제도 무엇이든 길고 자연스럽게 말해요.',
  },
} satisfies PracticeWords;

/** The names of what the contract knows of questions by code. */
export const practiceWords = defineMessages({ en, ko });
