import { defineMessages } from '../../shared/i18n/define-messages';

/** Apart from the other words of the layout, which everybody loads first. */
export const studentLayoutMessages = defineMessages({ en: { practice: 'Practice' }, ko: { practice: '연습실' } });
