import { defineMessages } from '../../shared/i18n/define-messages';

/** What only somebody new reads. */
export const signUpMessages = defineMessages({
  en: {
    signUpTitle: 'Sign up',
    signUpLead: 'It takes a minute, and it is free.',
    age: 'How old are you?',
    ageHint: 'We ask first because the rules that protect you depend on it. Nobody sees your answer.',
    ages: { 'under-14': 'Under 14', '14-to-18': '14 to 18', '19-to-24': '19 to 24', '25-and-over': '25 or older' },
    guardianTitle: 'Good that you are here',
    guardian:
      'Because you are under 14, the law asks that a parent or guardian agrees before you get an account. Ask them to contact whoever runs this site: they can arrange it together. Nothing you entered has been kept.',
    guardianHelp:
      'If you need somebody to talk to now, call 1388. They answer day and night, for children and teenagers.',
    guardianCall: 'Call 1388',
    wants: 'What would you like to do?',
    wantsChoices: { 'get-help': 'Get help', 'help-others': 'Help others', both: 'Both' },
    nickname: 'Nickname',
    nicknameHint: 'What others see. Better not your real name.',
    submitSignUp: 'Sign up',
    haveAccount: 'Already have an account?',
    toLogIn: 'Log in',
  },
  ko: {
    signUpTitle: '가입하기',
    signUpLead: '1분이면 되고, 모두 무료예요.',
    age: '나이가 어떻게 되나요?',
    ageHint: '나이에 따라 보호하는 규칙이 달라서 먼저 물어봐요. 다른 사람에게는 보이지 않아요.',
    ages: { 'under-14': '14세 미만', '14-to-18': '14~18세', '19-to-24': '19~24세', '25-and-over': '25세 이상' },
    guardianTitle: '잘 왔어요',
    guardian:
      '14세 미만은 법에 따라 부모님이나 보호자의 동의가 있어야 계정을 만들 수 있어요. 보호자와 함께 이 사이트의 운영자에게 문의해 주세요. 지금 입력한 내용은 어디에도 저장되지 않았어요.',
    guardianHelp: '지금 이야기할 사람이 필요하면 1388로 전화하세요. 어린이와 청소년의 전화를 24시간 받아요.',
    guardianCall: '1388에 전화하기',
    wants: '무엇을 하고 싶나요?',
    wantsChoices: { 'get-help': '도움 받기', 'help-others': '도움 주기', both: '둘 다' },
    nickname: '닉네임',
    nicknameHint: '다른 사람에게 보이는 이름이에요. 실명은 쓰지 않는 게 좋아요.',
    submitSignUp: '가입하기',
    haveAccount: '이미 계정이 있나요?',
    toLogIn: '로그인',
  },
});
