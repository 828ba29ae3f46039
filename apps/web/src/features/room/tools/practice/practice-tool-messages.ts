import { defineMessages } from '../../../../shared/i18n/define-messages';

/** What the room's button says; the rest comes with the tool. */
export const practiceToolMessages = defineMessages({ en: { name: 'Practice' }, ko: { name: '연습한 답변' } });
