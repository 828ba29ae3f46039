import { defineMessages } from '../../../shared/i18n/define-messages';

/** What to click when the microphone is not allowed, where nothing but a microphone is asked for. */
export const microphoneHintMessages = defineMessages({
  en: {
    denied: {
      chrome: 'Click the icon left of the address, switch the microphone on, then press “Try again”.',
      'chrome-android':
        'Tap the icon left of the address, then “Permissions”, and allow the microphone. Not there? Allow it for this browser in the settings of Android.',
      edge: 'Click the lock left of the address, open “Permissions for this site”, set the microphone to “Allow”, then press “Try again”.',
      firefox:
        'Click the crossed-out microphone left of the address, remove “Blocked” with its ×, then press “Try again”.',
      safari:
        'In the menu bar open Safari › Settings for this website…, set the microphone to “Allow”, then press “Try again”.',
      'ios-safari':
        'Tap the page button beside the address, then “Website Settings”, set the microphone to “Allow”, then press “Try again”.',
      'ios-other':
        'Open Settings of the iPhone or iPad, find this browser among the apps, switch the microphone on, then come back and press “Try again”.',
      'in-app':
        'You are in a window of another app, which keeps the microphone to itself. Open its menu (⋮ or ⋯) and choose “Open in browser”.',
      other: 'Allow the microphone for this page in the settings of the browser, then press “Try again”.',
    },
    insecure: 'Browsers give the microphone only to safe pages. Open this page with https:// in front.',
  },
  ko: {
    denied: {
      chrome: '주소 왼쪽의 아이콘을 누르고 마이크를 켠 다음, ‘다시 시도하기’를 눌러 주세요.',
      'chrome-android':
        '주소 왼쪽의 아이콘을 누르고 ‘권한’에서 마이크를 허용해 주세요. 보이지 않으면 안드로이드 설정에서 이 브라우저에 허용해 주세요.',
      edge: '주소 왼쪽의 자물쇠를 누르고 ‘이 사이트에 대한 사용 권한’에서 마이크를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      firefox: '주소 왼쪽의 줄 그어진 마이크를 누르고 ‘차단됨’ 옆의 ×를 누른 다음, ‘다시 시도하기’를 눌러 주세요.',
      safari:
        '메뉴 막대에서 Safari › 이 웹 사이트 설정…을 열어 마이크를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      'ios-safari':
        '주소 옆의 페이지 버튼을 누르고 ‘웹 사이트 설정’에서 마이크를 ‘허용’으로 바꾼 다음, ‘다시 시도하기’를 눌러 주세요.',
      'ios-other':
        '아이폰이나 아이패드의 설정 앱에서 이 브라우저를 찾아 마이크를 켠 다음, 돌아와서 ‘다시 시도하기’를 눌러 주세요.',
      'in-app':
        '지금은 다른 앱 안의 창이라 마이크를 쓸 수 없어요. 메뉴(⋮ 또는 ⋯)에서 ‘다른 브라우저로 열기’를 골라 주세요.',
      other: '브라우저 설정에서 이 페이지에 마이크를 허용한 다음, ‘다시 시도하기’를 눌러 주세요.',
    },
    insecure: '마이크는 안전한 페이지에서만 쓸 수 있어요. 주소 앞에 https://를 붙여 열어 주세요.',
  },
});
