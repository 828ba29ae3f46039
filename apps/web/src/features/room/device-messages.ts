import { defineMessages } from '../../shared/i18n/define-messages';

interface Numbered {
  readonly number: number;
}

/** The words of the menus for microphone, speaker and camera. */
export const deviceMessages = defineMessages({
  en: {
    microphone: 'Microphone',
    speaker: 'Speaker',
    camera: 'Camera',
    unnamed: {
      microphone: ({ number }: Numbered) => `Microphone ${number}`,
      speaker: ({ number }: Numbered) => `Speaker ${number}`,
      camera: ({ number }: Numbered) => `Camera ${number}`,
    },
    none: { microphone: 'No microphone was found', camera: 'No camera was found' },
    systemSpeaker: 'Default of this device',
    processing: {
      noiseSuppression: 'Reduce noise',
      echoCancellation: 'Cancel echo',
      autoGainControl: 'Adjust loudness by itself',
    },
    dataSaver: 'Save data',
    dataSaverHint: 'Your camera is sent smaller: at most about 130 MB an hour.',
  },
  ko: {
    microphone: '마이크',
    speaker: '스피커',
    camera: '카메라',
    unnamed: {
      microphone: ({ number }: Numbered) => `마이크 ${number}`,
      speaker: ({ number }: Numbered) => `스피커 ${number}`,
      camera: ({ number }: Numbered) => `카메라 ${number}`,
    },
    none: { microphone: '마이크를 찾지 못했어요', camera: '카메라를 찾지 못했어요' },
    systemSpeaker: '이 기기의 기본 스피커',
    processing: {
      noiseSuppression: '주변 소음 줄이기',
      echoCancellation: '울림 없애기',
      autoGainControl: '목소리 크기 자동 조절',
    },
    dataSaver: '데이터 아끼기',
    dataSaverHint: '내 화면을 작게 보내요. 한 시간에 최대 130MB 정도예요.',
  },
});
