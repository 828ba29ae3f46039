import type {
  ConsultRole,
  ConsultStatus,
  CorrectionCategory,
  Kind,
  Language,
  Readiness,
  Topic,
} from '@ieum/signaling-protocol';
import { defineMessages } from './define-messages';

interface ConsultWords {
  readonly kinds: Record<Kind, string>;
  readonly topics: Record<Topic, string>;
  readonly languages: Record<Language, string>;
  readonly statuses: Record<ConsultStatus, string>;
  readonly roles: Record<ConsultRole, string>;
  readonly categories: Record<CorrectionCategory, string>;
  readonly readiness: Record<Readiness, string>;
  /** The same in a sentence about the student. */
  readonly readinessTold: Record<Readiness, string>;
}

const en = {
  kinds: { tutoring: 'Tutoring', speaking: 'English speaking', career: 'Career', counselling: 'Counselling' },
  topics: {
    math: 'Math',
    korean: 'Korean',
    english: 'English',
    science: 'Science',
    'social-studies': 'Social studies',
    coding: 'Coding',
    'other-subject': 'Another subject',
    opic: 'OPIc',
    'daily-talk': 'Everyday talk',
    'interview-english': 'Job interview in English',
    presentation: 'Presentation',
    pronunciation: 'Pronunciation',
    'choosing-a-major': 'Choosing a major',
    'university-entry': 'University entry',
    'first-job': 'First job',
    portfolio: 'Portfolio',
    'working-life': 'Life at work',
    'school-life': 'School life',
    friends: 'Friends',
    family: 'Family',
    mood: 'Mood',
    'self-harm-thoughts': 'Thoughts of hurting myself',
    'something-else': 'Something else',
  },
  languages: { ko: '한국어', en: 'English' },
  statuses: {
    waiting: 'Waiting',
    matched: 'Matched',
    live: 'In the room',
    ended: 'Ended',
    cancelled: 'Cancelled',
    expired: 'Nobody came',
  },
  roles: { student: 'Student', mentor: 'Mentor' },
  categories: {
    grammar: 'Grammar',
    'word-choice': 'Word choice',
    pronunciation: 'Pronunciation',
    structure: 'Structure',
    fact: 'Fact',
    other: 'Other',
  },
  readiness: {
    ready: 'Ready',
    'voice-only': 'Voice only',
    'listen-only': 'Listen only',
    'relay-failing': 'Relay failing',
  },
  readinessTold: {
    ready: 'Camera, microphone and connection were checked and work.',
    'voice-only': 'Can talk, without a camera.',
    'listen-only': 'Can see, hear and write, but has no microphone that works.',
    'relay-failing': 'Has no relay that works: the call may not connect.',
  },
} satisfies ConsultWords;

const ko = {
  kinds: { tutoring: '공부', speaking: '영어 말하기', career: '진로', counselling: '상담' },
  topics: {
    math: '수학',
    korean: '국어',
    english: '영어',
    science: '과학',
    'social-studies': '사회',
    coding: '코딩',
    'other-subject': '다른 과목',
    opic: '오픽',
    'daily-talk': '일상 대화',
    'interview-english': '영어 면접',
    presentation: '발표',
    pronunciation: '발음',
    'choosing-a-major': '전공 선택',
    'university-entry': '대학 입시',
    'first-job': '첫 직장',
    portfolio: '포트폴리오',
    'working-life': '직장 생활',
    'school-life': '학교생활',
    friends: '친구 관계',
    family: '가족',
    mood: '마음과 기분',
    'self-harm-thoughts': '스스로를 해치고 싶은 마음',
    'something-else': '다른 이야기',
  },
  languages: { ko: '한국어', en: 'English' },
  statuses: {
    waiting: '기다리는 중',
    matched: '연결됨',
    live: '진행 중',
    ended: '끝남',
    cancelled: '취소됨',
    expired: '시간이 지남',
  },
  roles: { student: '학생', mentor: '멘토' },
  categories: {
    grammar: '문법',
    'word-choice': '단어 선택',
    pronunciation: '발음',
    structure: '구성',
    fact: '사실',
    other: '기타',
  },
  readiness: {
    ready: '준비됨',
    'voice-only': '목소리만',
    'listen-only': '듣기만',
    'relay-failing': '중계 안 됨',
  },
  readinessTold: {
    ready: '카메라, 마이크, 연결을 확인했고 모두 잘 돼요.',
    'voice-only': '카메라 없이 목소리로 이야기할 수 있어요.',
    'listen-only': '보고 듣고 쓸 수 있지만, 쓸 수 있는 마이크가 없어요.',
    'relay-failing': '쓸 수 있는 중계 서버가 없어서 통화가 연결되지 않을 수 있어요.',
  },
} satisfies ConsultWords;

/** The names of what the contract knows by code. */
export const consultWords = defineMessages({ en, ko });
