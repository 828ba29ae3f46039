import { defineMessages } from '../../../shared/i18n/define-messages';

export const lazyToolMessages = defineMessages({
  en: { failed: 'This part of the room could not be fetched from the server. The call goes on.' },
  ko: { failed: '방의 이 부분을 서버에서 가져오지 못했어요. 통화는 그대로 이어져요.' },
});
