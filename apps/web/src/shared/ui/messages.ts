import { defineMessages } from '../i18n/define-messages';

export const uiMessages = defineMessages({
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    reload: 'Reload the page',
    crashTitle: 'Something went wrong on this page',
    crash: 'It is not your fault. Reload the page; if it happens again, tell whoever runs this site.',
    home: 'To the start page',
  },
  ko: {
    loading: '불러오는 중…',
    retry: '다시 시도',
    reload: '새로고침',
    crashTitle: '이 페이지에 문제가 생겼어요',
    crash: '잘못하신 게 아니에요. 새로고침해 주세요. 계속되면 이 사이트의 운영자에게 알려 주세요.',
    home: '처음 화면으로',
  },
});
