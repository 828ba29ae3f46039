import { defineMessages } from '../../shared/i18n/define-messages';

export const waitingMessages = defineMessages({
  en: {
    title: 'Looking for your mentor',
    mentors: ({ count }: { count: number }) =>
      count === 0
        ? 'No mentor who fits is online at this moment.'
        : count === 1
          ? '1 mentor who fits is online and sees your request.'
          : `${count} mentors who fit are online and see your request.`,
    mentorsUnknown: 'Asking how many mentors are online…',
    noneHint: 'Your request stays on the list: the next mentor to come online sees it first thing.',
    waited: 'You have waited',
    leaveHint: 'You can leave this page for a minute. If you close the tab, the request expires within 3 minutes.',
    alert: 'When a mentor accepts, this page opens the room by itself, with a soft sound.',
    yours: 'Your request',
    cancel: 'Cancel the request',
    cancelTitle: 'Cancel the request?',
    cancelText: 'It leaves every mentor’s list at once. Your words are kept, so that you can ask again.',
    cancelConfirm: 'Cancel the request',
    cancelKeep: 'Keep waiting',
    tabMatched: 'A mentor is here!',
    expiredTitle: 'The request has expired',
    expired: 'This tab was closed or without a network for more than 3 minutes, so mentors no longer see it.',
    cancelledTitle: 'The request is cancelled',
    cancelled: 'No mentor sees it any more.',
    meeting: {
      expiredTitle: 'The meeting has expired',
      cancelledTitle: 'The meeting is cancelled',
      expired: ({ name }: { name: string }) => `The meeting with ${name} did not begin in time. Your words are kept.`,
      cancelled: ({ name }: { name: string }) => `The meeting with ${name} was cancelled. Your words are kept.`,
      cancelledByMe: ({ name }: { name: string }) => `You cancelled the meeting with ${name}. Your words are kept.`,
      cancelledByMentor: ({ name }: { name: string }) => `${name} cancelled the meeting. Your words are kept.`,
    },
    again: 'Ask again with the same text',
    change: 'Change it first',
    soundOn: 'Sound on',
    soundOff: 'Sound off',
  },
  ko: {
    title: '멘토를 찾고 있어요',
    mentors: ({ count }: { count: number }) =>
      count === 0 ? '지금은 접속 중인 알맞은 멘토가 없어요.' : `알맞은 멘토 ${count}명이 접속해 요청을 보고 있어요.`,
    mentorsUnknown: '접속 중인 멘토 수를 확인하고 있어요…',
    noneHint: '요청은 목록에 그대로 있어요. 다음에 접속하는 멘토가 가장 먼저 보게 돼요.',
    waited: '기다린 시간',
    leaveHint: '잠깐 다른 화면을 봐도 괜찮아요. 탭을 닫으면 3분 안에 요청이 사라져요.',
    alert: '멘토가 수락하면 부드러운 소리와 함께 이 화면이 저절로 방으로 바뀌어요.',
    yours: '내 요청',
    cancel: '요청 취소하기',
    cancelTitle: '요청을 취소할까요?',
    cancelText: '모든 멘토의 목록에서 바로 사라져요. 쓴 내용은 남아 있어서 다시 요청할 수 있어요.',
    cancelConfirm: '요청 취소하기',
    cancelKeep: '계속 기다리기',
    tabMatched: '멘토를 찾았어요!',
    expiredTitle: '요청이 만료됐어요',
    expired: '이 탭이 닫혔거나 3분 넘게 연결이 끊겨서 멘토에게 더 이상 보이지 않아요.',
    cancelledTitle: '요청을 취소했어요',
    cancelled: '이제 멘토에게 보이지 않아요.',
    meeting: {
      expiredTitle: '만남이 만료됐어요',
      cancelledTitle: '만남이 취소됐어요',
      expired: ({ name }: { name: string }) => `${name} 님과의 만남이 제때 시작되지 않았어요. 쓴 내용은 남아 있어요.`,
      cancelled: ({ name }: { name: string }) => `${name} 님과의 만남이 취소됐어요. 쓴 내용은 남아 있어요.`,
      cancelledByMe: ({ name }: { name: string }) => `${name} 님과의 만남을 취소했어요. 쓴 내용은 남아 있어요.`,
      cancelledByMentor: ({ name }: { name: string }) => `${name} 님이 만남을 취소했어요. 쓴 내용은 남아 있어요.`,
    },
    again: '같은 내용으로 다시 요청하기',
    change: '내용을 고쳐서 요청하기',
    soundOn: '소리 켜짐',
    soundOff: '소리 꺼짐',
  },
});
