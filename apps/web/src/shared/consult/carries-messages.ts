import { defineMessages } from '../i18n/define-messages';

const takesEn = (n: number) => (n === 1 ? '1 take' : `${n} takes`);

export const carriesMessages = defineMessages({
  en: {
    script: 'Script',
    takes: ({ n }: { n: number }) => takesEn(n),
    scriptAndTakes: ({ n }: { n: number }) => `Script and ${takesEn(n)}`,
    told: ({ words }: { words: number }) =>
      `Goes along with the request: an answer that is ${words === 1 ? '1 word' : `${words} words`} long.`,
  },
  ko: {
    script: '스크립트',
    takes: ({ n }: { n: number }) => `녹음 ${n}개`,
    scriptAndTakes: ({ n }: { n: number }) => `스크립트와 녹음 ${n}개`,
    told: ({ words }: { words: number }) => `요청과 함께 보낸 대답이에요. 단어 ${words}개 길이예요.`,
  },
});
