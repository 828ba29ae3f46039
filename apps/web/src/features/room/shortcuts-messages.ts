import { defineMessages } from '../../shared/i18n/define-messages';

/** What the keys of a call do; tools say their own names. */
export const shortcutsMessages = defineMessages({
  en: {
    microphone: 'Microphone on or off',
    camera: 'Camera on or off',
    share: 'Show your screen, or stop',
    'full-screen': 'Full screen on or off',
    'picture-in-picture': 'Picture in picture on or off',
    details: 'Call details',
    list: 'This list',
    use: 'Use these keys',
    useHint: 'Off: no key does anything in a call, and the menu still opens this list.',
  },
  ko: {
    microphone: '마이크 켜기/끄기',
    camera: '카메라 켜기/끄기',
    share: '내 화면 보여 주기/그만하기',
    'full-screen': '전체 화면 켜기/끄기',
    'picture-in-picture': '작은 창으로 보기/되돌리기',
    details: '통화 상태',
    list: '이 목록',
    use: '단축키 쓰기',
    useHint: '끄면 통화 중에 어떤 키도 동작하지 않아요. 이 목록은 메뉴에서 열 수 있어요.',
  },
});
