import { defineMessages } from '../../shared/i18n/define-messages';

/** Apart from the other words of the layout, which everybody loads first. */
export const adminLayoutMessages = defineMessages({ en: { admin: 'Admin' }, ko: { admin: '관리' } });
