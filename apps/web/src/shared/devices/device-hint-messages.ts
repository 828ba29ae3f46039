import { defineMessages } from '../i18n/define-messages';

/** What to click when a device cannot be had; where it depends on the browser, for each browser. */
export const deviceHintMessages = defineMessages({
  en: {
    denied: {
      chrome: 'Click the icon left of the address, switch microphone and camera on, then press “Try again”.',
      'chrome-android':
        'Tap the icon left of the address, then “Permissions”, and allow microphone and camera. Not there? Allow them for this browser in the settings of Android.',
      edge: 'Click the lock left of the address, open “Permissions for this site”, set microphone and camera to “Allow”, then press “Try again”.',
      firefox:
        'Click the crossed-out microphone or camera left of the address, remove “Blocked” with its ×, then press “Try again”.',
      safari:
        'In the menu bar open Safari › Settings for this website…, set camera and microphone to “Allow”, then press “Try again”.',
      'ios-safari':
        'Tap the page button beside the address, then “Website Settings”, set camera and microphone to “Allow”, then press “Try again”.',
      'ios-other':
        'Open Settings of the iPhone or iPad, find this browser among the apps, switch camera and microphone on, then come back and press “Try again”.',
      'in-app':
        'You are in a window of another app, which keeps the camera to itself. Open its menu (⋮ or ⋯) and choose “Open in browser”.',
      other: 'Allow microphone and camera for this page in the settings of the browser, then press “Try again”.',
    },
    /** For computers: the system may be the one that says no. */
    deniedBySystem: 'Allowed there already? Then look into the privacy settings of Windows or macOS.',
    dismissed: 'The question was closed without an answer. Press “Try again” and choose “Allow”.',
    insecure: 'Browsers give microphone and camera only to safe pages. Open this page with https:// in front.',
    microphone: {
      'not-found': 'No microphone was found. Plug in a headset or connect one by Bluetooth: it is noticed by itself.',
      'in-use': 'Another program or tab uses the microphone (Zoom, KakaoTalk …). Close it, then press “Try again”.',
      overconstrained: 'This microphone cannot do what is needed. Choose another one.',
      unknown: 'The microphone did not start. Press “Try again”; if that does not help, start the browser anew.',
      blocked: 'The browser does not allow it: see “Permission”.',
      silent:
        'Look for a mute switch on the headset or the cable, turn the input volume of the system up, or choose another microphone.',
    },
  },
  ko: {
    denied: {
      chrome: '주소 왼쪽의 아이콘을 누르고 마이크와 카메라를 켠 다음, ‘다시 시도하기’를 눌러 주세요.',
      'chrome-android':
        '주소 왼쪽의 아이콘을 누르고 ‘권한’에서 마이크와 카메라를 허용해 주세요. 보이지 않으면 안드로이드 설정에서 이 브라우저에 허용해 주세요.',
      edge: '주소 왼쪽의 자물쇠를 누르고 ‘이 사이트에 대한 사용 권한’에서 마이크와 카메라를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      firefox:
        '주소 왼쪽의 줄 그어진 마이크나 카메라를 누르고 ‘차단됨’ 옆의 ×를 누른 다음, ‘다시 시도하기’를 눌러 주세요.',
      safari:
        '메뉴 막대에서 Safari › 이 웹 사이트 설정…을 열어 카메라와 마이크를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      'ios-safari':
        '주소 옆의 페이지 버튼을 누르고 ‘웹 사이트 설정’에서 카메라와 마이크를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      'ios-other':
        '아이폰이나 아이패드의 설정 앱에서 이 브라우저를 찾아 카메라와 마이크를 켠 다음, 돌아와서 ‘다시 시도하기’를 눌러 주세요.',
      'in-app':
        '지금은 다른 앱 안의 창이라 카메라를 쓸 수 없어요. 메뉴(⋮ 또는 ⋯)에서 ‘다른 브라우저로 열기’를 골라 주세요.',
      other: '브라우저 설정에서 이 페이지에 마이크와 카메라를 허용한 다음, ‘다시 시도하기’를 눌러 주세요.',
    },
    deniedBySystem: '이미 허용되어 있다면 Windows나 macOS의 개인 정보 보호 설정을 확인해 주세요.',
    dismissed: '대답하지 않고 창이 닫혔어요. ‘다시 시도하기’를 누르고 ‘허용’을 골라 주세요.',
    insecure: '마이크와 카메라는 안전한 페이지에서만 쓸 수 있어요. 주소 앞에 https://를 붙여 열어 주세요.',
    microphone: {
      'not-found': '마이크를 찾지 못했어요. 이어폰을 꽂거나 블루투스로 연결하면 저절로 알아봐요.',
      'in-use':
        '다른 프로그램이나 탭(줌, 카카오톡 등)이 마이크를 쓰고 있어요. 그것을 닫고 ‘다시 시도하기’를 눌러 주세요.',
      overconstrained: '이 마이크로는 할 수 없어요. 다른 마이크를 골라 주세요.',
      unknown: '마이크가 켜지지 않았어요. ‘다시 시도하기’를 눌러 보고, 그래도 안 되면 브라우저를 다시 시작해 주세요.',
      blocked: '브라우저가 막고 있어요. 위의 ‘권한’을 봐 주세요.',
      silent: '헤드셋이나 줄에 음소거 스위치가 있는지 보고, 시스템의 입력 볼륨을 올리거나 다른 마이크를 골라 주세요.',
    },
  },
});

export type DeviceHintWords = (typeof deviceHintMessages)['en'];
