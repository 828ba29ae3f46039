import { defineMessages } from '../i18n/define-messages';

export const uiMessages = defineMessages({
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    reload: 'Reload the page',
    reconnecting: 'Reconnecting…',
    reconnectingHint: 'Everything you typed stays here.',
    updated: 'Ieum was updated.',
    tooMany: 'Ieum is open in too many tabs, so this one is paused.',
    useHere: 'Use it here',
    refused: 'This tab is not connected.',
    crashTitle: 'Something went wrong on this page',
    crash: 'It is not your fault. Reload the page; if it happens again, tell whoever runs this site.',
    home: 'To the start page',
  },
  ko: {
    loading: '불러오는 중…',
    retry: '다시 시도',
    reload: '새로고침',
    reconnecting: '다시 연결하는 중…',
    reconnectingHint: '입력한 내용은 그대로 있어요.',
    updated: '이음이 업데이트되었어요.',
    tooMany: '이음이 너무 많은 탭에 열려 있어서 이 탭은 잠시 멈췄어요.',
    useHere: '여기서 사용하기',
    refused: '이 탭은 연결되어 있지 않아요.',
    crashTitle: '이 페이지에 문제가 생겼어요',
    crash: '잘못하신 게 아니에요. 새로고침해 주세요. 계속되면 이 사이트의 운영자에게 알려 주세요.',
    home: '처음 화면으로',
  },
});
