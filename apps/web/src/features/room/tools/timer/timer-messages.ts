import { defineMessages } from '../../../../shared/i18n/define-messages';
import { MOST_MINUTES } from './countdown';

interface Minutes {
  readonly minutes: number;
}

export const timerMessages = defineMessages({
  en: {
    close: 'Close the timer',
    about: 'Both of you see the same countdown, and either can start and stop it.',
    left: 'Time left',
    length: 'Length',
    minutes: ({ minutes }: Minutes) => `${minutes} min`,
    own: 'Minutes',
    set: 'Set',
    wrong: `A number from 0.1 to ${MOST_MINUTES}, please.`,
    start: 'Start',
    pause: 'Pause',
    resume: 'Go on',
    reset: 'Reset',
    over: 'Time is up.',
    started: ({ name }: { readonly name: string }) => `${name} started the timer.`,
  },
  ko: {
    close: '타이머 닫기',
    about: '두 사람에게 같은 시간이 보이고, 누구나 시작하고 멈출 수 있어요.',
    left: '남은 시간',
    length: '길이',
    minutes: ({ minutes }) => `${minutes}분`,
    own: '몇 분',
    set: '맞추기',
    wrong: `0.1에서 ${MOST_MINUTES} 사이의 숫자를 써 주세요.`,
    start: '시작',
    pause: '잠시 멈춤',
    resume: '이어서',
    reset: '처음으로',
    over: '시간이 다 됐어요.',
    started: ({ name }) => `${name} 님이 타이머를 시작했어요.`,
  },
});
