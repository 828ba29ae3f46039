import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const filesToolMessages = defineMessages({ en: { name: 'Files' }, ko: { name: '파일' } });
