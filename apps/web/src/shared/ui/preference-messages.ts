import { defineMessages } from '../i18n/define-messages';

export const preferenceMessages = defineMessages({
  en: { toDark: 'Dark colours', toLight: 'Light colours' },
  ko: { toDark: '어두운 화면', toLight: '밝은 화면' },
});
