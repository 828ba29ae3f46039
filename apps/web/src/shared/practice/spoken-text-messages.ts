import { defineMessages } from '../i18n/define-messages';

export const spokenTextMessages = defineMessages({
  en: { seekHint: 'Press a word to hear it. On a keyboard, arrows go from word to word, and Enter plays.' },
  ko: { seekHint: '단어를 누르면 그 부분부터 들려요. 키보드에서는 화살표로 옮겨 가고 Enter로 들어요.' },
});
