import { defineMessages } from '../../shared/i18n/define-messages';

export const doctorMessages = defineMessages({
  en: {
    title: 'Doctor',
    lead: 'How the server that answers is, and what it stands on. It looks for up to five seconds.',
    overall: {
      ok: 'Everything that is set up works.',
      warning: 'Everything works, and something wants attention.',
      failing: 'Something is broken.',
    },
    checkedAt: ({ moment }: { moment: string }) => `Checked ${moment}. Looks within ten seconds are one.`,
    again: 'Check again',
    looking: 'Looking at everything…',
    fix: 'How to fix it',
  },
  ko: {
    title: '점검',
    lead: '응답하는 서버와 그 바탕의 상태예요. 확인하는 데 5초까지 걸려요.',
    overall: {
      ok: '설정된 것은 모두 정상이에요.',
      warning: '모두 작동하지만 살펴볼 것이 있어요.',
      failing: '고장 난 것이 있어요.',
    },
    checkedAt: ({ moment }: { moment: string }) => `${moment}에 확인했어요. 10초 안에 다시 누르면 같은 결과예요.`,
    again: '다시 확인하기',
    looking: '모두 살펴보는 중…',
    fix: '고치는 방법',
  },
});
