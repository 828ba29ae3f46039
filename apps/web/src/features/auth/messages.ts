import { defineMessages } from '../../shared/i18n/define-messages';

/** What both forms say. */
export const authMessages = defineMessages({
  en: {
    logInTitle: 'Welcome back',
    email: 'E-mail',
    password: 'Password',
    submitLogIn: 'Log in',
    noAccount: 'New here?',
    toSignUp: 'Sign up',
    offline: 'No connection right now. Check your network and try again.',
    signedOut: 'You are signed out here. Log in again to go on.',
    signedOutForSafety: 'For your safety you were signed out. Log in again.',
    problems: {
      'email/empty': 'Enter your e-mail address.',
      'email/invalid': 'This does not look like an e-mail address.',
      'nickname/empty': 'Choose a nickname.',
      'nickname/short': 'At least 2 characters.',
      'nickname/long': 'At most 20 characters.',
      'nickname/invalid': 'It contains characters that cannot be shown.',
      'password/empty': 'Enter your password.',
      'password/short': 'At least 8 characters.',
      'password/long': 'At most 128 characters.',
      'password/weak': 'Many people use this password. Choose one that is harder to guess.',
      'email/taken': 'There is an account with this e-mail already.',
      'ageBand/empty': 'Choose your age.',
      'wants/empty': 'Choose what you would like to do.',
    },
  },
  ko: {
    logInTitle: '다시 만나서 반가워요',
    email: '이메일',
    password: '비밀번호',
    submitLogIn: '로그인',
    noAccount: '처음 오셨나요?',
    toSignUp: '가입하기',
    offline: '지금 연결이 되지 않아요. 네트워크를 확인하고 다시 시도해 주세요.',
    signedOut: '이 기기에서 로그아웃되었어요. 계속하려면 다시 로그인해 주세요.',
    signedOutForSafety: '안전을 위해 로그아웃되었어요. 다시 로그인해 주세요.',
    problems: {
      'email/empty': '이메일 주소를 입력해 주세요.',
      'email/invalid': '이메일 주소 형식이 아니에요.',
      'nickname/empty': '닉네임을 정해 주세요.',
      'nickname/short': '2자 이상이어야 해요.',
      'nickname/long': '20자 이내여야 해요.',
      'nickname/invalid': '표시할 수 없는 문자가 들어 있어요.',
      'password/empty': '비밀번호를 입력해 주세요.',
      'password/short': '8자 이상이어야 해요.',
      'password/long': '128자 이내여야 해요.',
      'password/weak': '많은 사람이 쓰는 비밀번호예요. 더 짐작하기 어려운 것으로 정해 주세요.',
      'email/taken': '이 이메일로 만든 계정이 이미 있어요.',
      'ageBand/empty': '나이를 골라 주세요.',
      'wants/empty': '하고 싶은 일을 골라 주세요.',
    },
  },
});

export type AuthProblem = keyof (typeof authMessages)['en']['problems'];
