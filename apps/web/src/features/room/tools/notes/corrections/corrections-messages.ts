import { defineMessages } from '../../../../../shared/i18n/define-messages';

interface Named {
  readonly name: string;
}
interface Counted {
  readonly count: number;
}
interface Change {
  readonly before: string;
  readonly after: string;
}

export const correctionsMessages = defineMessages({
  en: {
    mode: 'What you write',
    edit: 'Edit',
    correct: 'Correct',
    correctHint:
      'What you change is a suggestion. Formatting is off meanwhile. Alt+Enter goes from one to its comment.',
    formattingOff: 'Not done: while correcting, only words can be changed. Choose “Edit” to format.',
    tooMany: 'Not done: there are as many corrections as there can be.',
    letWrite: ({ name }: Named) => `Let ${name} write`,
    readOnly: ({ name }: Named) =>
      `You can read along. ${name} decides whether you can write, too: ask them, the switch is above their notes.`,
    mayWrite: ({ name }: Named) => `${name} lets you write, too.`,
    inserted: ({ name }: Named) => `suggested by ${name}: `,
    deleted: ({ name }: Named) => `${name} suggests to take away: `,
    insertedMine: 'your suggestion: ',
    deletedMine: 'you suggest to take away: ',
    list: 'Corrections',
    open: ({ count }: Counted) => (count === 1 ? '1 correction open' : `${count} corrections open`),
    none: 'No corrections yet.',
    noneMentor: 'Choose “Correct” above and change the text: each change is listed here.',
    noneStudent: 'What your mentor suggests is listed here. You decide what stays.',
    change: ({ before, after }: Change) => `${before} → ${after}`,
    nothing: '(nothing)',
    newBlock: '¶',
    becomes: 'becomes',
    show: ({ before, after }: Change) => `Show in the text: ${before} → ${after}`,
    category: 'Category',
    comment: 'Comment',
    accept: 'Accept',
    reject: 'Reject',
    acceptThis: ({ before, after }: Change) => `Accept: ${before} → ${after}`,
    rejectThis: ({ before, after }: Change) => `Reject: ${before} → ${after}`,
    takeBack: 'Take back',
    takeBackThis: ({ before, after }: Change) => `Take back: ${before} → ${after}`,
    acceptAll: 'Accept all',
    rejectAll: 'Reject all',
    acceptedNow: 'Accepted.',
    rejectedNow: 'Rejected.',
    undo: 'Undo',
    decided: 'Decided',
    outcome: { accepted: 'Accepted', rejected: 'Rejected', open: 'Open' },
  },
  ko: {
    mode: '쓰는 방식',
    edit: '편집',
    correct: '첨삭',
    correctHint: '고친 내용은 제안으로 남아요. 그동안 서식은 쓸 수 없어요. Alt+Enter를 누르면 제안에서 설명으로 가요.',
    formattingOff: '첨삭 중에는 글만 고칠 수 있어요. 서식은 “편집”에서 바꿔 주세요.',
    tooMany: '첨삭이 가득 차서 더 넣을 수 없어요.',
    letWrite: ({ name }) => `${name} 님도 쓰게 하기`,
    readOnly: ({ name }) =>
      `지금은 함께 읽을 수 있어요. 직접 쓰려면 ${name} 님에게 부탁하세요. 스위치는 멘토의 노트 위에 있어요.`,
    mayWrite: ({ name }) => `${name} 님이 함께 쓸 수 있게 했어요.`,
    inserted: ({ name }) => `${name} 님의 제안: `,
    deleted: ({ name }) => `${name} 님이 빼자고 한 말: `,
    insertedMine: '내 제안: ',
    deletedMine: '내가 빼자고 한 말: ',
    list: '첨삭',
    open: ({ count }) => `열린 첨삭 ${count}개`,
    none: '아직 첨삭이 없어요.',
    noneMentor: '위에서 “첨삭”을 고르고 글을 고쳐 보세요. 고칠 때마다 여기에 쌓여요.',
    noneStudent: '멘토가 제안한 내용이 여기에 보여요. 받아들일지는 직접 정해요.',
    change: ({ before, after }) => `${before} → ${after}`,
    nothing: '(없음)',
    newBlock: '¶',
    becomes: '바뀐 뒤',
    show: ({ before, after }) => `글에서 보기: ${before} → ${after}`,
    category: '종류',
    comment: '설명',
    accept: '받아들이기',
    reject: '그대로 두기',
    acceptThis: ({ before, after }) => `받아들이기: ${before} → ${after}`,
    rejectThis: ({ before, after }) => `그대로 두기: ${before} → ${after}`,
    takeBack: '거두기',
    takeBackThis: ({ before, after }) => `거두기: ${before} → ${after}`,
    acceptAll: '모두 받아들이기',
    rejectAll: '모두 그대로 두기',
    acceptedNow: '받아들였어요.',
    rejectedNow: '그대로 두었어요.',
    undo: '되돌리기',
    decided: '정한 첨삭',
    outcome: { accepted: '받아들임', rejected: '그대로 둠', open: '열림' },
  },
});
