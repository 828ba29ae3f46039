import { defineMessages } from '../i18n/define-messages';

export const passwordMessages = defineMessages({
  en: {
    show: 'Show the password',
    hide: 'Hide the password',
    hint: 'At least 8 characters. A short sentence is easy to remember and hard to guess.',
    strength: { short: 'Too short', weak: 'Easy to guess', fair: 'All right', strong: 'Strong' },
  },
  ko: {
    show: '비밀번호 보기',
    hide: '비밀번호 숨기기',
    hint: '8자 이상이면 돼요. 짧은 문장은 외우기 쉽고 짐작하기 어려워요.',
    strength: { short: '너무 짧아요', weak: '짐작하기 쉬워요', fair: '괜찮아요', strong: '튼튼해요' },
  },
});
