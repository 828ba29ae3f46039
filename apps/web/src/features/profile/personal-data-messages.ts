import { defineMessages } from '../../shared/i18n/define-messages';

export const personalDataMessages = defineMessages({
  en: {
    title: 'Your data',
    lead: 'Take everything with you, or have it gone.',
    download: 'Download everything',
    downloadHint: 'One file with all that is kept about you: account, requests, feedback, documents, practice, hours.',
    downloaded: 'The file is in your downloads.',
    fileName: ({ date }: { date: string }) => `Ieum, everything about me, ${date}.json`,
    delete: 'Delete my account',
    dialog: {
      title: 'Delete your account for good?',
      goes: 'What goes, at once and for ever',
      going: {
        account: 'Your account, e-mail, nickname and profile, and you are signed out everywhere.',
        requests: 'Every request you made, with its chat, notes, board, code and feedback.',
        practice: 'Your practice and progress. If you are in a meeting or waiting, it ends.',
      },
      stays: 'What stays with others, without your name',
      staying: {
        given:
          'Feedback you sent as a mentor, and what you wrote in the chat and notes of a room: it is the student’s.',
        hours: 'The volunteer time of the mentors who helped you.',
      },
      backups: 'Backups of whoever runs this site still have it until they are deleted.',
      password: 'Your password',
      passwordProblem: 'Enter your password.',
      wrong: 'This is not your password.',
      typed: ({ word }: { word: string }) => `To confirm, type: ${word}`,
      word: 'delete',
      typedProblem: ({ word }: { word: string }) => `Type “${word}” here.`,
      confirm: 'Delete for good',
      cancel: 'Keep my account',
    },
  },
  ko: {
    title: '내 데이터',
    lead: '모두 내려받을 수도, 모두 지울 수도 있어요.',
    download: '모두 내려받기',
    downloadHint: '나에 대해 보관된 모든 것을 파일 하나로 받아요: 계정, 요청, 피드백, 문서, 연습, 봉사 시간.',
    downloaded: '파일을 내려받았어요.',
    fileName: ({ date }: { date: string }) => `이음, 나의 모든 데이터, ${date}.json`,
    delete: '계정 삭제',
    dialog: {
      title: '계정을 완전히 삭제할까요?',
      goes: '바로, 영원히 사라지는 것',
      going: {
        account: '계정, 이메일, 닉네임, 프로필이 사라지고 모든 기기에서 로그아웃돼요.',
        requests: '내가 한 모든 요청과 그 채팅, 노트, 칠판, 코드, 피드백이 사라져요.',
        practice: '연습과 학습 기록이 사라져요. 만나는 중이거나 기다리는 중이면 끝나요.',
      },
      stays: '내 이름 없이 다른 사람에게 남는 것',
      staying: {
        given: '멘토로서 보낸 피드백과 방의 채팅·노트에 쓴 것은 그 학생의 것이에요.',
        hours: '나를 도와준 멘토의 봉사 시간은 남아요.',
      },
      backups: '이 사이트 운영자의 백업에는 백업이 지워질 때까지 남아 있어요.',
      password: '비밀번호',
      passwordProblem: '비밀번호를 입력해 주세요.',
      wrong: '비밀번호가 맞지 않아요.',
      typed: ({ word }: { word: string }) => `확인을 위해 ‘${word}’를 입력해 주세요`,
      word: '삭제',
      typedProblem: ({ word }: { word: string }) => `여기에 ‘${word}’를 입력해 주세요.`,
      confirm: '완전히 삭제',
      cancel: '계정 유지하기',
    },
  },
});
