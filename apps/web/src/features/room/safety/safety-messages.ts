import { defineMessages } from '../../../shared/i18n/define-messages';

interface Named {
  readonly name: string;
}

export const safetyMessages = defineMessages({
  en: {
    pending: 'The code is being made. It is there a moment after the call has begun.',
    what: ({ name }: Named) =>
      `Read this to each other. If ${name} sees the same, your sound, pictures and files go from you to ${name} and nobody in between can hear or see them, not even this site.`,
    emoji: 'The code as pictures',
    digits: 'The code as numbers',
    different: 'If they see another code, say nothing private, leave, and meet again later over another network.',
    changedTitle: 'The code has changed',
    changed: ({ name }: Named) =>
      `Within one call that should not happen. What you compared before does not hold any more: compare again before you say anything private to ${name}.`,
    mismatchTitle: 'The check failed',
    mismatch: ({ name }: Named) =>
      `What ${name}’s side sent does not fit together. Somebody may be listening in between, or one of you uses a broken version of this page.`,
    reasons: {
      malformed: 'A part of the code was not readable.',
      'commitment-changed': 'The other side’s promise was replaced by another one.',
      'commitment-broken': 'The other side’s number is not the one it promised.',
      'fingerprints-changed': 'The other side’s key was replaced during the call.',
    },
    todo: 'What to do',
    steps: {
      quiet: 'Say nothing private now.',
      leave: 'Both leave the room, reload the page and come back.',
      network: 'If it fails again, use another network, such as mobile data, and tell whoever runs this site.',
    },
    leave: 'Leave the room',
    done: 'Done',
  },
  ko: {
    pending: '코드를 만드는 중이에요. 통화가 시작되면 곧 나와요.',
    what: ({ name }: Named) =>
      `이 코드를 서로 읽어 주세요. ${name} 님에게도 똑같이 보이면 소리와 화면, 파일이 두 사람 사이에서만 오가고, 이 사이트를 포함해 누구도 중간에서 듣거나 볼 수 없어요.`,
    emoji: '그림 코드',
    digits: '숫자 코드',
    different: '코드가 다르면 사적인 이야기를 하지 말고 나간 뒤, 나중에 다른 네트워크에서 다시 만나 주세요.',
    changedTitle: '코드가 바뀌었어요',
    changed: ({ name }: Named) =>
      `한 통화 안에서는 바뀌지 않아야 해요. 전에 맞춰 본 코드는 더 이상 맞지 않아요. ${name} 님과 사적인 이야기를 하기 전에 다시 맞춰 보세요.`,
    mismatchTitle: '안전 확인에 실패했어요',
    mismatch: ({ name }: Named) =>
      `${name} 님 쪽에서 온 정보가 서로 맞지 않아요. 누군가 중간에서 듣고 있거나, 한쪽 페이지가 잘못된 버전일 수 있어요.`,
    reasons: {
      malformed: '코드의 일부를 읽을 수 없었어요.',
      'commitment-changed': '상대방이 먼저 약속한 값이 다른 값으로 바뀌었어요.',
      'commitment-broken': '상대방이 보낸 값이 먼저 약속한 값과 달라요.',
      'fingerprints-changed': '통화 중에 상대방의 열쇠가 바뀌었어요.',
    },
    todo: '이렇게 해 주세요',
    steps: {
      quiet: '지금은 사적인 이야기를 하지 마세요.',
      leave: '두 사람 모두 방에서 나가 새로고침한 뒤 다시 들어오세요.',
      network: '또 실패하면 모바일 데이터 같은 다른 네트워크를 쓰고, 이 사이트의 운영자에게 알려 주세요.',
    },
    leave: '방에서 나가기',
    done: '확인했어요',
  },
});
