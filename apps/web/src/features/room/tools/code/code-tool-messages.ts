import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const codeToolMessages = defineMessages({ en: { name: 'Code' }, ko: { name: '코드' } });
