import { defineMessages } from '../i18n/define-messages';

/** The words of whatever is saved while it is typed. */
export const autosaveMessages = defineMessages({
  en: {
    states: {
      saved: 'Saved',
      unsaved: 'Not saved yet…',
      saving: 'Saving…',
      retrying: 'Not saved: no connection. It is kept on this device, trying again…',
      conflict: 'Changed in another tab',
      refused: 'Not saved',
    },
    conflictText: 'Which text do you want to keep? The other one is replaced.',
    theirs: 'In the other tab',
    mine: 'Here',
    keepMine: 'Keep the text here',
    keepTheirs: 'Take the text of the other tab',
    nothing: '(empty)',
  },
  ko: {
    states: {
      saved: '저장됨',
      unsaved: '아직 저장 전…',
      saving: '저장하는 중…',
      retrying: '연결이 끊겨 저장하지 못했어요. 이 기기에 보관하고 다시 시도하고 있어요…',
      conflict: '다른 탭에서 바뀌었어요',
      refused: '저장하지 못했어요',
    },
    conflictText: '어느 글을 남길까요? 고르지 않은 글은 사라져요.',
    theirs: '다른 탭의 글',
    mine: '여기의 글',
    keepMine: '여기의 글 남기기',
    keepTheirs: '다른 탭의 글 가져오기',
    nothing: '(비어 있음)',
  },
});
