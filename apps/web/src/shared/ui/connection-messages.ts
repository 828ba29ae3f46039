import { defineMessages } from '../i18n/define-messages';

export const connectionMessages = defineMessages({
  en: {
    reconnecting: 'Reconnecting…',
    reconnectingHint: 'Everything you typed stays here.',
    updated: 'Ieum was updated.',
    tooMany: 'Ieum is open in too many tabs, so this one is paused.',
    useHere: 'Use it here',
    refused: 'This tab is not connected.',
    otherNodes: 'New calls may take a little longer to connect.',
    otherNodesHint: 'Calls that are under way are not affected.',
    relay: 'Some calls may not connect right now.',
    relayHint: 'If yours does not, try again a little later.',
  },
  ko: {
    reconnecting: '다시 연결하는 중…',
    reconnectingHint: '입력한 내용은 그대로 있어요.',
    updated: '이음이 업데이트되었어요.',
    tooMany: '이음이 너무 많은 탭에 열려 있어서 이 탭은 잠시 멈췄어요.',
    useHere: '여기서 사용하기',
    refused: '이 탭은 연결되어 있지 않아요.',
    otherNodes: '새 통화가 이어지는 데 시간이 조금 더 걸릴 수 있어요.',
    otherNodesHint: '지금 하고 있는 통화는 그대로예요.',
    relay: '지금은 일부 통화가 이어지지 않을 수 있어요.',
    relayHint: '이어지지 않으면 조금 뒤에 다시 해 보세요.',
  },
});
