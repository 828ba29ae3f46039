import { defineMessages } from '../../shared/i18n/define-messages';

/** Why a device is not there, and what to click. */
export const deviceProblemMessages = defineMessages({
  en: {
    microphone: {
      'permission-denied':
        'The browser may not use your microphone. Click the icon left of the address, allow the microphone, then press the button again.',
      'permission-dismissed': 'Press the microphone button again and choose “Allow”.',
      'not-found':
        'No microphone was found. Plug one in, then press the button again. You can see, hear and chat meanwhile.',
      'in-use': 'Another program uses your microphone. Close it, then press the button again.',
      'insecure-context': 'The microphone needs a secure address (https).',
      overconstrained: 'Your microphone cannot do what was asked. Choose another one in the browser’s settings.',
      unknown: 'The microphone did not start. Press the button to try again.',
    },
    camera: {
      'permission-denied':
        'The browser may not use your camera. Click the icon left of the address, allow the camera, then press the button again.',
      'permission-dismissed': 'Press the camera button again and choose “Allow”.',
      'not-found': 'No camera was found. Talking and chat work without one.',
      'in-use': 'Another program uses your camera. Close it, then press the button again.',
      'insecure-context': 'The camera needs a secure address (https).',
      overconstrained: 'Your camera cannot do what was asked. Choose another one in the browser’s settings.',
      unknown: 'The camera did not start. Press the button to try again.',
    },
  },
  ko: {
    microphone: {
      'permission-denied':
        '브라우저가 마이크를 쓸 수 없어요. 주소 왼쪽의 아이콘을 눌러 마이크를 허용한 뒤 버튼을 다시 눌러 주세요.',
      'permission-dismissed': '마이크 버튼을 다시 누르고 ‘허용’을 골라 주세요.',
      'not-found': '마이크를 찾지 못했어요. 연결한 뒤 버튼을 다시 눌러 주세요. 그동안 보고 듣고 채팅할 수 있어요.',
      'in-use': '다른 프로그램이 마이크를 쓰고 있어요. 그 프로그램을 닫고 버튼을 다시 눌러 주세요.',
      'insecure-context': '마이크는 안전한 주소(https)에서만 쓸 수 있어요.',
      overconstrained: '이 마이크로는 할 수 없어요. 브라우저 설정에서 다른 마이크를 골라 주세요.',
      unknown: '마이크가 켜지지 않았어요. 버튼을 눌러 다시 시도해 주세요.',
    },
    camera: {
      'permission-denied':
        '브라우저가 카메라를 쓸 수 없어요. 주소 왼쪽의 아이콘을 눌러 카메라를 허용한 뒤 버튼을 다시 눌러 주세요.',
      'permission-dismissed': '카메라 버튼을 다시 누르고 ‘허용’을 골라 주세요.',
      'not-found': '카메라를 찾지 못했어요. 카메라 없이도 대화와 채팅을 할 수 있어요.',
      'in-use': '다른 프로그램이 카메라를 쓰고 있어요. 그 프로그램을 닫고 버튼을 다시 눌러 주세요.',
      'insecure-context': '카메라는 안전한 주소(https)에서만 쓸 수 있어요.',
      overconstrained: '이 카메라로는 할 수 없어요. 브라우저 설정에서 다른 카메라를 골라 주세요.',
      unknown: '카메라가 켜지지 않았어요. 버튼을 눌러 다시 시도해 주세요.',
    },
  },
});
