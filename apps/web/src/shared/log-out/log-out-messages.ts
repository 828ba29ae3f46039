import { defineMessages } from '../i18n/define-messages';

export const logOutMessages = defineMessages({
  en: {
    title: 'Log out and lose what was not sent?',
    text: 'An answer or a text is on this device and not at the server yet. It is deleted here when you log out.',
    confirm: 'Log out all the same',
    cancel: 'Stay logged in',
  },
  ko: {
    title: '로그아웃하면 보내지 못한 내용이 사라져요. 로그아웃할까요?',
    text: '아직 서버에 보내지 못한 녹음이나 글이 이 기기에 있어요. 로그아웃하면 이 기기에서 삭제돼요.',
    confirm: '그래도 로그아웃하기',
    cancel: '로그인 유지하기',
  },
});
