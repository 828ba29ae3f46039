import { defineMessages } from '../../../shared/i18n/define-messages';

interface Named {
  readonly name: string;
}

export const consentMessages = defineMessages({
  en: {
    hidden: 'In a meeting like this one, neither side should learn the other’s network address.',
    missing: 'A relay would hide it, but this site has none. The call can only go straight from device to device.',
    seen: ({ name }: Named) =>
      `Then ${name}’s device could see your network address, and from it roughly where you are. Your name and e-mail stay hidden.`,
    choice: 'No connection has been made yet. It is up to you.',
    agree: 'Call all the same',
    leave: 'Leave the room',
  },
  ko: {
    hidden: '이런 만남에서는 두 사람이 서로의 네트워크 주소를 알 수 없어야 해요.',
    missing: '중계 서버가 있으면 가려지지만, 이 사이트에는 없어요. 통화는 기기에서 기기로 바로 연결될 수밖에 없어요.',
    seen: ({ name }: Named) =>
      `그러면 ${name} 님의 기기가 내 네트워크 주소를 볼 수 있고, 그것으로 대략 어디에 있는지 알 수 있어요. 이름과 이메일은 알려지지 않아요.`,
    choice: '아직 아무 연결도 하지 않았어요. 원하는 대로 골라 주세요.',
    agree: '그래도 통화하기',
    leave: '방에서 나가기',
  },
});
