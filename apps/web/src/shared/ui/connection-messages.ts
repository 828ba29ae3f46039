import { defineMessages } from '../i18n/define-messages';

export const connectionMessages = defineMessages({
  en: {
    reconnecting: 'Reconnecting…',
    reconnectingHint: 'Everything you typed stays here.',
    updated: 'Ieum was updated.',
    tooMany: 'Ieum is open in too many tabs, so this one is paused.',
    useHere: 'Use it here',
    refused: 'This tab is not connected.',
  },
  ko: {
    reconnecting: '다시 연결하는 중…',
    reconnectingHint: '입력한 내용은 그대로 있어요.',
    updated: '이음이 업데이트되었어요.',
    tooMany: '이음이 너무 많은 탭에 열려 있어서 이 탭은 잠시 멈췄어요.',
    useHere: '여기서 사용하기',
    refused: '이 탭은 연결되어 있지 않아요.',
  },
});
