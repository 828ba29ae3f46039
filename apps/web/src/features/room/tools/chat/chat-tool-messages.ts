import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const chatToolMessages = defineMessages({ en: { name: 'Chat' }, ko: { name: '채팅' } });
