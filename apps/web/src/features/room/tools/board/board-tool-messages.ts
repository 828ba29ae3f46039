import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const boardToolMessages = defineMessages({ en: { name: 'Board' }, ko: { name: '칠판' } });
