import { defineMessages } from '../../../shared/i18n/define-messages';

export const carriedMessages = defineMessages({
  en: {
    look: 'Read and listen',
    lookOf: ({ nickname }: { nickname: string }) => `Read and listen to what ${nickname} prepared`,
    title: ({ nickname }: { nickname: string }) => `What ${nickname} prepared`,
    loading: 'Loading what was prepared',
    question: 'The question',
    script: 'The script',
    noScript: 'Nothing is written yet.',
    takes: 'The takes',
    heard: 'What was heard',
    gone: 'It is not there any more: the student took it back, or somebody has accepted.',
    close: 'Close',
  },
  ko: {
    look: '읽고 들어 보기',
    lookOf: ({ nickname }: { nickname: string }) => `${nickname} 님이 준비한 것 읽고 들어 보기`,
    title: ({ nickname }: { nickname: string }) => `${nickname} 님이 준비한 것`,
    loading: '준비한 것을 불러오는 중',
    question: '질문',
    script: '스크립트',
    noScript: '아직 쓴 글이 없어요.',
    takes: '녹음',
    heard: '들린 내용',
    gone: '더 이상 볼 수 없어요. 학생이 거두었거나 다른 멘토가 수락했어요.',
    close: '닫기',
  },
});
