import { defineMessages } from '../../../shared/i18n/define-messages';

export const transcriptMessages = defineMessages({
  en: {
    make: 'Turn it into text',
    external: ({ name }: { name: string }) => `Your recording is sent to ${name} for this.`,
    waiting: 'Being turned into text. You can go on meanwhile.',
    title: 'What was heard',
    use: 'Put it into my script',
    used: 'It is in your script.',
    noSpeech: 'No speech was heard in this take.',
    again: 'Try again',
    failures: {
      unavailable: 'Speech-to-text could not be reached.',
      'rate-limited': 'Speech-to-text is overloaded right now.',
      refused: 'Speech-to-text is not set up well here. Whoever runs this service can fix it.',
      'unsupported-audio': 'Speech-to-text does not understand what this browser records.',
      'too-large': 'This take is too long for speech-to-text.',
      'bad-answer': 'Speech-to-text gave an answer that could not be read.',
      'timed-out': 'Speech-to-text took too long.',
    },
    typeIt: 'You can type it below all the same.',
  },
  ko: {
    make: '글로 바꾸기',
    external: ({ name }: { name: string }) => `글로 바꾸려면 녹음을 ${name}(으)로 보내야 해요.`,
    waiting: '글로 바꾸고 있어요. 그동안 다른 것을 해도 돼요.',
    title: '들린 내용',
    use: '내 스크립트에 넣기',
    used: '스크립트에 넣었어요.',
    noSpeech: '이 녹음에서는 말소리가 들리지 않았어요.',
    again: '다시 시도',
    failures: {
      unavailable: '음성 인식 서비스에 연결하지 못했어요.',
      'rate-limited': '지금 음성 인식 서비스가 붐벼요.',
      refused: '음성 인식 설정에 문제가 있어요. 운영자가 고칠 수 있어요.',
      'unsupported-audio': '이 브라우저의 녹음 형식은 음성 인식이 읽지 못해요.',
      'too-large': '음성 인식을 하기에는 녹음이 너무 길어요.',
      'bad-answer': '음성 인식 서비스가 알 수 없는 답을 보냈어요.',
      'timed-out': '음성 인식이 너무 오래 걸렸어요.',
    },
    typeIt: '아래에 직접 입력할 수도 있어요.',
  },
});
