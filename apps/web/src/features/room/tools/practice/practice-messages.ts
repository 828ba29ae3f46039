import { defineMessages } from '../../../../shared/i18n/define-messages';

interface Take {
  readonly take: string;
}
interface At extends Take {
  readonly at: string;
}
interface Change {
  readonly before: string;
  readonly after: string;
}
interface Name {
  readonly name: string;
}

export const practiceMessages = defineMessages({
  en: {
    close: 'Close the practice',
    bothHear: 'What you play here both of you hear, at the same time. Either can stop it.',
    question: 'Question',
    script: 'Script',
    showScript: 'The text',
    noScript: 'Nothing was written for this question yet.',
    takes: 'Takes',
    noTakes: 'No take was brought along.',
    take: ({ n }: { readonly n: number }) => `Take ${n}`,
    play: ({ take }: Take) => `Play for both: ${take}`,
    pause: ({ take }: Take) => `Pause for both: ${take}`,
    seek: ({ take }: Take) => `Position: ${take}`,
    position: ({ at, of }: { readonly at: string; readonly of: string }) => `${at} of ${of}`,
    heard: 'What was heard',
    loading: 'Loading the take…',
    blocked: 'Your browser wants a tap before it plays sound.',
    hear: 'Press to hear',
    unplayable: 'This browser does not play this recording. Try another browser.',
    again: 'Try again',
    playing: ({ name, take }: { readonly name: string; readonly take: string }) => `${name} plays ${take}.`,
    marked: ({ name, take }: { readonly name: string; readonly take: string }) => `${name} marked a moment of ${take}.`,
    moments: 'Moments',
    noMoments: 'Play a take and mark what you want to come back to.',
    mark: 'Mark this moment',
    markAt: ({ take, at }: At) => `${take}, ${at}`,
    about: 'What is it about?',
    correction: 'Correction in the notes',
    noCorrection: 'None',
    becomes: ({ before, after }: Change) => `${before || '–'} → ${after || '–'}`,
    keep: 'Keep',
    cancel: 'Cancel',
    noRoom: 'No more moments fit in here. Delete one first.',
    replay: ({ take, at }: At) => `Hear again: ${take}, ${at}`,
    remove: ({ take, at }: At) => `Delete the moment: ${take}, ${at}`,
    open: 'Open in the notes',
    openHint: 'The question and the text go to the end of the notes, where you can correct them.',
    isOpen: 'The text is in the notes.',
    waitOpen: 'Your mentor can open the text in the notes and correct it there.',
    full: 'The notes have no room for the text.',
    next: 'Make this the script’s next version',
    nextHint: 'With what you accepted. What is still only suggested stays as it was.',
    waitNext: 'What the student accepted can become the script’s next version.',
    done: 'It is the script’s next version now.',
    stale:
      'You changed the script elsewhere since it was opened here. The corrected text stays in the notes; nothing is lost.',
    tooLong: 'The text in the notes is longer than a script can be.',
    openedBy: ({ name }: Name) => `${name} opened the script in the notes.`,
    savedBy: ({ name }: Name) => `${name} made the corrected text the script’s next version.`,
  },
  ko: {
    close: '연습한 답변 닫기',
    bothHear: '여기서 재생하면 두 사람이 동시에 들어요. 누구나 멈출 수 있어요.',
    question: '질문',
    script: '스크립트',
    showScript: '쓴 글',
    noScript: '이 질문에는 아직 쓴 글이 없어요.',
    takes: '녹음',
    noTakes: '가져온 녹음이 없어요.',
    take: ({ n }) => `녹음 ${n}`,
    play: ({ take }) => `함께 듣기: ${take}`,
    pause: ({ take }) => `함께 멈추기: ${take}`,
    seek: ({ take }) => `재생 위치: ${take}`,
    position: ({ at, of }) => `${of} 중 ${at}`,
    heard: '들린 내용',
    loading: '녹음을 불러오는 중…',
    blocked: '소리를 들으려면 브라우저에서 한 번 눌러야 해요.',
    hear: '눌러서 듣기',
    unplayable: '이 브라우저에서는 이 녹음을 재생할 수 없어요. 다른 브라우저를 써 보세요.',
    again: '다시 시도',
    playing: ({ name, take }) => `${name} 님이 ${take}을(를) 재생했어요.`,
    marked: ({ name, take }) => `${name} 님이 ${take}의 한 순간을 표시했어요.`,
    moments: '표시한 순간',
    noMoments: '녹음을 들으면서 다시 듣고 싶은 순간을 표시해 보세요.',
    mark: '이 순간 표시하기',
    markAt: ({ take, at }) => `${take}, ${at}`,
    about: '어떤 부분인가요?',
    correction: '노트의 교정',
    noCorrection: '없음',
    becomes: ({ before, after }) => `${before || '–'} → ${after || '–'}`,
    keep: '남기기',
    cancel: '취소',
    noRoom: '순간을 더 표시할 수 없어요. 먼저 하나를 지워 주세요.',
    replay: ({ take, at }) => `다시 듣기: ${take}, ${at}`,
    remove: ({ take, at }) => `표시 지우기: ${take}, ${at}`,
    open: '노트에 펼치기',
    openHint: '질문과 글이 노트 끝에 들어가고, 거기서 고쳐 줄 수 있어요.',
    isOpen: '글이 노트에 있어요.',
    waitOpen: '멘토가 글을 노트에 펼치고 고쳐 줄 수 있어요.',
    full: '노트에 글을 넣을 자리가 없어요.',
    next: '스크립트의 다음 버전으로 만들기',
    nextHint: '수락한 교정이 들어가요. 아직 제안인 부분은 원래대로 남아요.',
    waitNext: '학생이 수락한 교정으로 스크립트의 다음 버전을 만들 수 있어요.',
    done: '이제 스크립트의 다음 버전이에요.',
    stale: '여기에 펼친 뒤 다른 곳에서 스크립트를 바꿨어요. 고친 글은 노트에 그대로 남아 있어요.',
    tooLong: '노트에 있는 글이 스크립트로 저장하기에는 너무 길어요.',
    openedBy: ({ name }) => `${name} 님이 스크립트를 노트에 펼쳤어요.`,
    savedBy: ({ name }) => `${name} 님이 고친 글을 스크립트의 다음 버전으로 만들었어요.`,
  },
});

export type PracticeWords = (typeof practiceMessages)['en'];
