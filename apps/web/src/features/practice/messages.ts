import { defineMessages } from '../../shared/i18n/define-messages';

export const practiceMessages = defineMessages({
  en: {
    title: 'Practice studio',
    lead: 'One question at a time, as in a spoken English test.',
    loading: 'Loading the practice studio',
    next: 'Your next question',
    nextHint: 'You hear it in English, twice at the most. Then you answer aloud.',
    draw: 'New question',
    scripts: 'My scripts',
    progress: 'My progress',
    another: 'Another question',
    narrow: 'Narrow it down',
    narrowed: 'Narrowed down',
    anyTopic: 'Any of my topics',
    anyType: 'Any kind',
    topic: 'What it is about',
    type: 'What it asks for',
    clear: 'Take all questions again',
    noneFit: 'There is no such question yet',
    noneFitNarrowed: 'No question at your level fits what you narrowed it down to.',
    noneFitSurvey: 'No question fits your level and topics. Add a topic, or try the level beside yours.',
    survey: 'What you practise',
    topics: ({ n }: { n: number }) => (n === 1 ? '1 topic' : `${n} topics`),
    change: 'Change level or topics',
    unseen: ({ n }: { n: number }) =>
      n === 0
        ? 'This is the last one that you have not seen.'
        : n === 1
          ? '1 more that you have not seen.'
          : `${n} more that you have not seen.`,
    newRound: 'You have seen them all. A new round begins with this one.',
  },
  ko: {
    title: '연습실',
    lead: '영어 말하기 시험처럼, 질문 하나씩 연습해요.',
    loading: '연습실을 불러오는 중',
    next: '다음 질문',
    nextHint: '영어로 된 질문을 최대 두 번 듣고, 소리 내어 대답해요.',
    draw: '새 질문 받기',
    scripts: '내 스크립트',
    progress: '내 발전',
    another: '다른 질문 받기',
    narrow: '질문 좁히기',
    narrowed: '좁혀서 받는 중',
    anyTopic: '내 주제 모두',
    anyType: '모든 유형',
    topic: '어떤 주제로 할까요?',
    type: '어떤 유형으로 할까요?',
    clear: '모든 질문에서 받기',
    noneFit: '아직 그런 질문이 없어요',
    noneFitNarrowed: '좁힌 조건에 맞는 질문이 내 단계에는 없어요.',
    noneFitSurvey: '내 단계와 주제에 맞는 질문이 없어요. 주제를 더하거나 한 단계 위나 아래로 바꿔 보세요.',
    survey: '연습하는 것',
    topics: ({ n }: { n: number }) => `주제 ${n}개`,
    change: '단계와 주제 바꾸기',
    unseen: ({ n }: { n: number }) =>
      n === 0 ? '아직 보지 않은 마지막 질문이에요.' : `아직 보지 않은 질문이 ${n}개 더 있어요.`,
    newRound: '질문을 모두 봤어요. 이 질문부터 다시 한 바퀴 돌아요.',
  },
});
