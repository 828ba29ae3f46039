import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const timerToolMessages = defineMessages({ en: { name: 'Timer' }, ko: { name: '타이머' } });
