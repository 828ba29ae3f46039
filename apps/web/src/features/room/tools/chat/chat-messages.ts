import { defineMessages } from '../../../../shared/i18n/define-messages';

export const chatMessages = defineMessages({
  en: {
    name: 'Chat',
    close: 'Close the chat',
    empty: 'Messages go straight to the other side and are not kept on the server.',
    write: 'Write a message',
    send: 'Send',
    log: 'Messages',
    you: 'You',
    states: { queued: 'will be sent', sent: 'sent', delivered: 'delivered' },
    linkDown: 'Not connected: what you write will be sent.',
  },
  ko: {
    name: '채팅',
    close: '채팅 닫기',
    empty: '메시지는 상대에게 바로 가고 서버에 남지 않아요.',
    write: '메시지 쓰기',
    send: '보내기',
    log: '메시지',
    you: '나',
    states: { queued: '보낼 예정', sent: '보냄', delivered: '전달됨' },
    linkDown: '연결이 끊겼어요. 쓴 내용은 나중에 보내져요.',
  },
});
