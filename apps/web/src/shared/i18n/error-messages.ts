import type { Language } from '@ieum/signaling-protocol';
import { ApiError } from '../lib/api-error';
import type { ApiErrorCode } from '../lib/api-error';
import { defineMessages } from './define-messages';

const en: Record<ApiErrorCode, string> = {
  'network/offline': 'No connection right now. Check your network and try again.',
  'network/bad-answer': 'The server answered something unexpected. Reload the page and try again.',
  'protocol/unsupported-version': 'Ieum was updated. Reload the page to go on.',
  'request/invalid': 'Something in it is not right. Check what you entered.',
  'request/not-found': 'This does not exist any more.',
  'request/too-large': 'This is too large to send. Make it shorter.',
  'request/rate-limited': 'Too many tries in a short time. Wait a moment and try again.',
  'request/unknown-event': 'This page is out of date. Reload it.',
  'auth/unauthenticated': 'Log in to go on.',
  'auth/token-expired': 'You were signed in for a long time. Log in again.',
  'auth/forbidden': 'Your account cannot do this.',
  'auth/invalid-credentials': 'E-mail or password is wrong.',
  'auth/email-taken': 'There is an account with this e-mail already. Log in instead.',
  'auth/weak-password': 'Many people use this password. Choose one that is harder to guess.',
  'auth/guardian-consent-required': 'Under 14, a guardian has to agree first. Ask whoever runs this site.',
  'auth/refresh-reused': 'For your safety you were signed out. Log in again.',
  'auth/session-ended': 'You were signed out from another place.',
  'auth/too-many-sockets': 'Ieum is open in too many places. Close one of them and reload.',
  'mentors/profile-missing': 'Tell us first what you can help with, in your profile.',
  'consults/not-found': 'There is no such request.',
  'consults/already-matched': 'Another mentor was a moment quicker.',
  'consults/not-open': 'This request is not open any more.',
  'consults/illegal-transition': 'That is not possible any more.',
  'consults/student-has-open': 'You have an open request already.',
  'consults/mentor-busy': 'You are helping somebody already. Finish that first.',
  'consults/own-request': 'This is your own request.',
  'rooms/not-open': 'This room is closed.',
  'rooms/not-joined': 'You are not in the room.',
  'rooms/peer-not-found': 'The other side is not here right now.',
  'rooms/peer-id-taken': 'This seat is taken. Reload the page.',
  'rooms/replaced': 'The call goes on in another tab or on another device of yours.',
  'feedback/not-found': 'There is no feedback here.',
  'feedback/not-ready': 'Feedback can be written once the meeting has ended.',
  'feedback/stale-version': 'It was changed in another tab. Reload to see the newest.',
  'feedback/already-sent': 'This feedback has been sent already.',
  'server/unavailable': 'The server is busy or restarting. Try again in a moment.',
  'server/internal': 'Something went wrong on our side. Try again in a moment.',
};

const ko: Record<ApiErrorCode, string> = {
  'network/offline': '지금 연결이 되지 않아요. 네트워크를 확인하고 다시 시도해 주세요.',
  'network/bad-answer': '서버가 예상하지 못한 답을 보냈어요. 새로고침한 뒤 다시 시도해 주세요.',
  'protocol/unsupported-version': '이음이 업데이트되었어요. 계속하려면 새로고침해 주세요.',
  'request/invalid': '올바르지 않은 내용이 있어요. 입력한 것을 확인해 주세요.',
  'request/not-found': '더 이상 존재하지 않아요.',
  'request/too-large': '보내기에 너무 커요. 줄여 주세요.',
  'request/rate-limited': '짧은 시간에 너무 많이 시도했어요. 잠시 뒤에 다시 해 주세요.',
  'request/unknown-event': '오래된 페이지예요. 새로고침해 주세요.',
  'auth/unauthenticated': '계속하려면 로그인해 주세요.',
  'auth/token-expired': '로그인한 지 오래되었어요. 다시 로그인해 주세요.',
  'auth/forbidden': '이 계정으로는 할 수 없어요.',
  'auth/invalid-credentials': '이메일 또는 비밀번호가 맞지 않아요.',
  'auth/email-taken': '이 이메일로 만든 계정이 이미 있어요. 로그인해 주세요.',
  'auth/weak-password': '많은 사람이 쓰는 비밀번호예요. 더 짐작하기 어려운 것으로 정해 주세요.',
  'auth/guardian-consent-required': '14세 미만은 보호자의 동의가 먼저 필요해요. 이 사이트의 운영자에게 문의해 주세요.',
  'auth/refresh-reused': '안전을 위해 로그아웃되었어요. 다시 로그인해 주세요.',
  'auth/session-ended': '다른 곳에서 로그아웃되었어요.',
  'auth/too-many-sockets': '이음이 너무 여러 곳에 열려 있어요. 하나를 닫고 새로고침해 주세요.',
  'mentors/profile-missing': '무엇을 도울 수 있는지 프로필에 먼저 적어 주세요.',
  'consults/not-found': '그런 요청이 없어요.',
  'consults/already-matched': '다른 멘토가 조금 더 빨랐어요.',
  'consults/not-open': '더 이상 열려 있지 않은 요청이에요.',
  'consults/illegal-transition': '더 이상 할 수 없어요.',
  'consults/student-has-open': '이미 열려 있는 요청이 있어요.',
  'consults/mentor-busy': '이미 누군가를 돕고 있어요. 먼저 마쳐 주세요.',
  'consults/own-request': '내가 올린 요청이에요.',
  'rooms/not-open': '닫힌 방이에요.',
  'rooms/not-joined': '방에 들어와 있지 않아요.',
  'rooms/peer-not-found': '상대방이 지금 여기에 없어요.',
  'rooms/peer-id-taken': '이미 쓰이고 있는 자리예요. 새로고침해 주세요.',
  'rooms/replaced': '다른 탭이나 다른 기기에서 통화하고 있어요.',
  'feedback/not-found': '피드백이 없어요.',
  'feedback/not-ready': '만남이 끝난 뒤에 피드백을 쓸 수 있어요.',
  'feedback/stale-version': '다른 탭에서 바뀌었어요. 새로고침해서 최신 내용을 확인해 주세요.',
  'feedback/already-sent': '이미 보낸 피드백이에요.',
  'server/unavailable': '서버가 바쁘거나 다시 시작하는 중이에요. 잠시 뒤에 다시 시도해 주세요.',
  'server/internal': '저희 쪽에 문제가 생겼어요. 잠시 뒤에 다시 시도해 주세요.',
};

export const errorMessages = defineMessages({ en, ko });

/** What went wrong, in the reader's language. */
export function errorText(error: unknown, language: Language): string {
  const words = language === 'ko' ? ko : en;
  return words[error instanceof ApiError ? error.code : 'server/internal'];
}
