import { defineMessages } from '../../../shared/i18n/define-messages';

export const lazyToolMessages = defineMessages({
  en: {
    failed: 'This part of the room could not be fetched from the server. The call goes on.',
    stale: 'This part of the room needs the page to be reloaded. The call comes back by itself afterwards.',
  },
  ko: {
    failed: '방의 이 부분을 서버에서 가져오지 못했어요. 통화는 그대로 이어져요.',
    stale: '방의 이 부분을 쓰려면 새로고침이 필요해요. 새로고침하면 통화는 저절로 다시 이어져요.',
  },
});
