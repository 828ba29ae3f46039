import { deviceHintMessages } from '../../shared/devices/device-hint-messages';
import { defineMessages } from '../../shared/i18n/define-messages';

/** What to click, for everything that can be wrong; where it depends on the browser, for each browser. */
export const hintMessages = defineMessages({
  en: {
    ...deviceHintMessages.en,
    camera: {
      'not-found': 'No camera was found. Talking works without one.',
      'in-use': 'Another program or tab uses the camera (Zoom, KakaoTalk …). Close it, then press “Try again”.',
      overconstrained: 'This camera cannot do what is needed. Choose another one.',
      unknown: 'The camera did not start. Press “Try again”; if that does not help, start the browser anew.',
      blocked: 'The browser does not allow it: see “Permission”.',
      dark: 'Look for a cover on the lens or a camera key on the keyboard.',
    },
    speaker: {
      'not-heard': 'Turn the volume up, look whether the headset is plugged in, or choose another speaker.',
      failed: 'The browser did not play it. Press the button once more, or choose another speaker.',
    },
    echo: {
      unsupported: 'This browser cannot record. In the call you are heard all the same.',
      failed: 'That did not work. Try it once more.',
    },
    connection: {
      'direct-only': 'Whoever runs this site has set up no relay. From most networks calls work without one.',
      'relay-missing':
        'Your calls go through a relay so that nobody learns your network address, and whoever runs this site has set up none. You will be asked before a call goes direct.',
      'relay-unreachable':
        'This network lets nothing through to it, as in some schools and offices. Another Wi-Fi or mobile data often helps; a VPN may be in the way.',
      'relay-misconfigured':
        'It is set up wrong: tell whoever runs this site. From most networks calls work all the same.',
      'relay-silent': 'It takes calls and passes nothing on: tell whoever runs this site. Another network may help.',
      offline: 'There is no connection to the server. Look at your network, then press “Try again”.',
      busy: 'That was checked often in a short time. Press “Try again” in a few minutes.',
      slow: 'It took too long. Press “Try again”.',
    },
  },
  ko: {
    ...deviceHintMessages.ko,
    camera: {
      'not-found': '카메라를 찾지 못했어요. 카메라가 없어도 이야기할 수 있어요.',
      'in-use':
        '다른 프로그램이나 탭(줌, 카카오톡 등)이 카메라를 쓰고 있어요. 그것을 닫고 ‘다시 시도하기’를 눌러 주세요.',
      overconstrained: '이 카메라로는 할 수 없어요. 다른 카메라를 골라 주세요.',
      unknown: '카메라가 켜지지 않았어요. ‘다시 시도하기’를 눌러 보고, 그래도 안 되면 브라우저를 다시 시작해 주세요.',
      blocked: '브라우저가 막고 있어요. 위의 ‘권한’을 봐 주세요.',
      dark: '렌즈 덮개가 닫혀 있거나 키보드의 카메라 끄기 키가 눌려 있는지 봐 주세요.',
    },
    speaker: {
      'not-heard': '소리를 키우고, 이어폰이 꽂혀 있는지 보고, 다른 스피커를 골라 보세요.',
      failed: '브라우저가 소리를 내지 못했어요. 버튼을 한 번 더 누르거나 다른 스피커를 골라 주세요.',
    },
    echo: {
      unsupported: '이 브라우저는 녹음할 수 없어요. 통화에서는 목소리가 잘 전해져요.',
      failed: '잘 되지 않았어요. 한 번 더 해 보세요.',
    },
    connection: {
      'direct-only': '이 사이트에는 중계 서버가 없어요. 대부분의 네트워크에서는 없어도 통화가 돼요.',
      'relay-missing':
        '내 네트워크 주소가 알려지지 않도록 통화는 중계 서버를 거치는데, 이 사이트에는 중계 서버가 없어요. 직접 연결하기 전에 먼저 물어볼게요.',
      'relay-unreachable':
        '학교나 회사처럼 네트워크가 중계 서버를 막고 있어요. 다른 와이파이나 모바일 데이터를 써 보세요. VPN이 막고 있을 수도 있어요.',
      'relay-misconfigured':
        '중계 서버가 잘못 설정되어 있어요. 이 사이트의 운영자에게 알려 주세요. 대부분의 네트워크에서는 그래도 통화가 돼요.',
      'relay-silent':
        '중계 서버가 받기만 하고 전해 주지 않아요. 이 사이트의 운영자에게 알려 주세요. 다른 네트워크를 써 볼 수도 있어요.',
      offline: '서버에 연결되지 않아요. 네트워크를 확인하고 ‘다시 시도하기’를 눌러 주세요.',
      busy: '짧은 시간에 여러 번 확인했어요. 몇 분 뒤에 ‘다시 시도하기’를 눌러 주세요.',
      slow: '너무 오래 걸렸어요. ‘다시 시도하기’를 눌러 주세요.',
    },
  },
});

export type HintWords = (typeof hintMessages)['en'];
