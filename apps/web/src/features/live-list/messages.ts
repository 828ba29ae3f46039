import { defineMessages } from '../../shared/i18n/define-messages';

export const liveListMessages = defineMessages({
  en: {
    title: 'People waiting for help',
    waitingCount: ({ count }: { count: number }) => (count === 1 ? '1 person waits' : `${count} people wait`),
    list: 'Requests for help, oldest first',
    filter: 'Topics',
    age: ({ seconds }: { seconds: number }) =>
      seconds < 60 ? `waiting ${seconds} s` : `waiting ${Math.floor(seconds / 60)} min`,
    accept: 'Accept',
    acceptOf: ({ nickname }: { nickname: string }) => `Accept the request of ${nickname}`,
    accepting: 'Accepting…',
    check: 'Check camera and microphone',
    newBelow: ({ count }: { count: number }) => (count === 1 ? '1 new below' : `${count} new below`),
    gone: {
      matched: 'Already taken by another mentor',
      cancelled: 'Cancelled by the student',
      expired: 'Expired',
      unknown: 'No longer waiting',
    },
    emptyTitle: 'Nobody waits right now',
    emptyText: 'Keep this page open: a new request appears here by itself, with a soft sound.',
    filteredTitle: 'Nothing in these topics',
    filteredText: ({ count }: { count: number }) =>
      count === 1 ? '1 person waits in another topic.' : `${count} people wait in other topics.`,
    clearFilter: 'Show all topics',
    profileTitle: 'First tell us what you can help with',
    profileText: 'You will see exactly the requests that fit your topics and languages.',
    toProfile: 'Fill in my mentor profile',
    loading: 'Loading the requests',
    closed: {
      me: ({ name }: { name: string }) => `You cancelled the meeting with ${name}.`,
      partner: ({ name }: { name: string }) => `${name} cancelled the meeting.`,
      nobody: ({ name }: { name: string }) => `The meeting with ${name} did not begin in time and has expired.`,
    },
    updated: ({ count }: { count: number }) =>
      count === 1 ? '1 request on the list' : `${count} requests on the list`,
  },
  ko: {
    title: '도움을 기다리는 사람들',
    waitingCount: ({ count }: { count: number }) => `${count}명이 기다리고 있어요`,
    list: '도움 요청 목록, 오래된 순',
    filter: '주제',
    age: ({ seconds }: { seconds: number }) =>
      seconds < 60 ? `${seconds}초째 대기` : `${Math.floor(seconds / 60)}분째 대기`,
    accept: '수락하기',
    acceptOf: ({ nickname }: { nickname: string }) => `${nickname} 님의 요청 수락하기`,
    accepting: '수락하는 중…',
    check: '카메라와 마이크 확인하기',
    newBelow: ({ count }: { count: number }) => `아래에 새 요청 ${count}개`,
    gone: {
      matched: '다른 멘토가 먼저 수락했어요',
      cancelled: '학생이 취소했어요',
      expired: '만료됐어요',
      unknown: '더 이상 기다리지 않아요',
    },
    emptyTitle: '지금은 기다리는 사람이 없어요',
    emptyText: '이 화면을 열어 두세요. 새 요청이 오면 부드러운 소리와 함께 저절로 나타나요.',
    filteredTitle: '고른 주제에는 요청이 없어요',
    filteredText: ({ count }: { count: number }) => `다른 주제에서 ${count}명이 기다리고 있어요.`,
    clearFilter: '모든 주제 보기',
    profileTitle: '먼저 어떤 도움을 줄 수 있는지 알려 주세요',
    profileText: '내 주제와 언어에 꼭 맞는 요청만 보게 돼요.',
    toProfile: '멘토 프로필 작성하기',
    loading: '요청을 불러오는 중',
    closed: {
      me: ({ name }: { name: string }) => `${name} 님과의 만남을 취소했어요.`,
      partner: ({ name }: { name: string }) => `${name} 님이 만남을 취소했어요.`,
      nobody: ({ name }: { name: string }) => `${name} 님과의 만남이 제때 시작되지 않아 만료됐어요.`,
    },
    updated: ({ count }: { count: number }) => `목록에 요청 ${count}개`,
  },
});
