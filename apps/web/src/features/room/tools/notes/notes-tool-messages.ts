import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const notesToolMessages = defineMessages({ en: { name: 'Notes' }, ko: { name: '노트' } });
