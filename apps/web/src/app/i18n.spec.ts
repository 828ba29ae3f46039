import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@ieum/signaling-protocol';
import { ApiError } from '../shared/lib/api-error';
import { chooseLanguage } from '../shared/i18n/choose-language';
import { errorMessages, errorText } from '../shared/i18n/error-messages';

const SOURCE = path.resolve(import.meta.dirname, '..');

/** Written out, for an import that is computed escapes the boundaries; a file that is missing here fails below. */
const WORDS: Readonly<Record<string, () => Promise<object>>> = {
  'app/layout/admin-messages.ts': () => import('./layout/admin-messages'),
  'app/layout/messages.ts': () => import('./layout/messages'),
  'app/layout/student-messages.ts': () => import('./layout/student-messages'),
  'features/admin/call-messages.ts': () => import('../features/admin/call-messages'),
  'features/admin/doctor-messages.ts': () => import('../features/admin/doctor-messages'),
  'features/admin/messages.ts': () => import('../features/admin/messages'),
  'features/admin/people-messages.ts': () => import('../features/admin/people-messages'),
  'features/admin/questions/question-messages.ts': () => import('../features/admin/questions/question-messages'),
  'features/ask/messages.ts': () => import('../features/ask/messages'),
  'features/auth/messages.ts': () => import('../features/auth/messages'),
  'features/auth/sign-up-messages.ts': () => import('../features/auth/sign-up-messages'),
  'features/feedback/kept-messages.ts': () => import('../features/feedback/kept-messages'),
  'features/feedback/messages.ts': () => import('../features/feedback/messages'),
  'features/history/messages.ts': () => import('../features/history/messages'),
  'features/landing/messages.ts': () => import('../features/landing/messages'),
  'features/live-list/messages.ts': () => import('../features/live-list/messages'),
  'features/practice/ask-mentor/ask-mentor-messages.ts': () =>
    import('../features/practice/ask-mentor/ask-mentor-messages'),
  'features/practice/carried/carried-messages.ts': () => import('../features/practice/carried/carried-messages'),
  'features/practice/messages.ts': () => import('../features/practice/messages'),
  'features/practice/progress/progress-messages.ts': () => import('../features/practice/progress/progress-messages'),
  'features/practice/question-messages.ts': () => import('../features/practice/question-messages'),
  'features/practice/survey-messages.ts': () => import('../features/practice/survey-messages'),
  'features/practice/recorder/microphone-hint-messages.ts': () =>
    import('../features/practice/recorder/microphone-hint-messages'),
  'features/practice/compare/compare-messages.ts': () => import('../features/practice/compare/compare-messages'),
  'features/practice/recorder/recorder-messages.ts': () => import('../features/practice/recorder/recorder-messages'),
  'features/profile/messages.ts': () => import('../features/profile/messages'),
  'features/profile/personal-data-messages.ts': () => import('../features/profile/personal-data-messages'),
  'features/practice/exam/exam-messages.ts': () => import('../features/practice/exam/exam-messages'),
  'features/practice/exam/exams-messages.ts': () => import('../features/practice/exam/exams-messages'),
  'features/practice/exam/review-messages.ts': () => import('../features/practice/exam/review-messages'),
  'features/practice/library/library-messages.ts': () => import('../features/practice/library/library-messages'),
  'shared/practice/spoken-text-messages.ts': () => import('../shared/practice/spoken-text-messages'),
  'features/practice/transcript/transcript-messages.ts': () =>
    import('../features/practice/transcript/transcript-messages'),
  'features/practice/written-feedback/job-messages.ts': () =>
    import('../features/practice/written-feedback/job-messages'),
  'features/practice/written-feedback/own-messages.ts': () =>
    import('../features/practice/written-feedback/own-messages'),
  'features/practice/script/script-messages.ts': () => import('../features/practice/script/script-messages'),
  'features/practice/script/version-messages.ts': () => import('../features/practice/script/version-messages'),
  'features/ready-check/hint-messages.ts': () => import('../features/ready-check/hint-messages'),
  'features/ready-check/messages.ts': () => import('../features/ready-check/messages'),
  'features/room/call-messages.ts': () => import('../features/room/call-messages'),
  'features/room/consent/consent-messages.ts': () => import('../features/room/consent/consent-messages'),
  'features/room/details/details-messages.ts': () => import('../features/room/details/details-messages'),
  'features/room/device-messages.ts': () => import('../features/room/device-messages'),
  'features/room/device-problem-messages.ts': () => import('../features/room/device-problem-messages'),
  'features/room/safety/safety-messages.ts': () => import('../features/room/safety/safety-messages'),
  'features/room/shortcuts-messages.ts': () => import('../features/room/shortcuts-messages'),
  'features/room/messages.ts': () => import('../features/room/messages'),
  'features/room/tools/board/board-messages.ts': () => import('../features/room/tools/board/board-messages'),
  'features/room/tools/board/board-tool-messages.ts': () => import('../features/room/tools/board/board-tool-messages'),
  'features/room/tools/chat/chat-messages.ts': () => import('../features/room/tools/chat/chat-messages'),
  'features/room/tools/chat/chat-tool-messages.ts': () => import('../features/room/tools/chat/chat-tool-messages'),
  'features/room/tools/code/code-messages.ts': () => import('../features/room/tools/code/code-messages'),
  'features/room/tools/code/code-tool-messages.ts': () => import('../features/room/tools/code/code-tool-messages'),
  'features/room/tools/files/files-messages.ts': () => import('../features/room/tools/files/files-messages'),
  'features/room/tools/files/files-tool-messages.ts': () => import('../features/room/tools/files/files-tool-messages'),
  'features/room/tools/lazy-tool-messages.ts': () => import('../features/room/tools/lazy-tool-messages'),
  'features/room/tools/notes/corrections/corrections-messages.ts': () =>
    import('../features/room/tools/notes/corrections/corrections-messages'),
  'features/room/tools/notes/maths/maths-messages.ts': () =>
    import('../features/room/tools/notes/maths/maths-messages'),
  'features/room/tools/notes/notes-messages.ts': () => import('../features/room/tools/notes/notes-messages'),
  'features/room/tools/notes/notes-tool-messages.ts': () => import('../features/room/tools/notes/notes-tool-messages'),
  'features/room/tools/practice/practice-messages.ts': () =>
    import('../features/room/tools/practice/practice-messages'),
  'features/room/tools/practice/practice-tool-messages.ts': () =>
    import('../features/room/tools/practice/practice-tool-messages'),
  'features/study/messages.ts': () => import('../features/study/messages'),
  'features/room/tools/timer/timer-messages.ts': () => import('../features/room/tools/timer/timer-messages'),
  'features/room/tools/timer/timer-tool-messages.ts': () => import('../features/room/tools/timer/timer-tool-messages'),
  'features/waiting/messages.ts': () => import('../features/waiting/messages'),
  'shared/devices/device-hint-messages.ts': () => import('../shared/devices/device-hint-messages'),
  'shared/autosave/messages.ts': () => import('../shared/autosave/messages'),
  'shared/consult/carries-messages.ts': () => import('../shared/consult/carries-messages'),
  'shared/i18n/error-messages.ts': () => import('../shared/i18n/error-messages'),
  'shared/log-out/log-out-messages.ts': () => import('../shared/log-out/log-out-messages'),
  'shared/i18n/words.ts': () => import('../shared/i18n/words'),
  'shared/practice/practice-words.ts': () => import('../shared/practice/practice-words'),
  'shared/ui/connection-messages.ts': () => import('../shared/ui/connection-messages'),
  'shared/ui/messages.ts': () => import('../shared/ui/messages'),
  'shared/ui/password-messages.ts': () => import('../shared/ui/password-messages'),
  'shared/ui/preference-messages.ts': () => import('../shared/ui/preference-messages'),
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:messages|words)\.ts$/u.test(file) && !/(?:use|define)-[a-z-]+\.ts$/u.test(file))
  .sort();

/** Keys of a tree of messages as paths, with what kind of leaf is there. */
function shape(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? shape(value, `${prefix}${key}.`)
      : [`${prefix}${key}: ${typeof value}`],
  );
}

const leaves = (tree: object): unknown[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'object' && value !== null ? leaves(value) : [value]));

const isMessages = (value: unknown): value is { en: object; ko: object } =>
  typeof value === 'object' && value !== null && 'en' in value && 'ko' in value;

describe('the words of the page', () => {
  it('are all listed here', () => {
    expect(files).toEqual(Object.keys(WORDS).sort());
  });

  it.each(Object.entries(WORDS))('have the same keys in both languages, and none is empty: %s', async (_file, load) => {
    const messages = Object.values(await load()).filter(isMessages);
    expect(messages.length).toBeGreaterThan(0);
    for (const { en, ko } of messages) {
      expect(shape(ko).sort()).toEqual(shape(en).sort());
      for (const leaf of [...leaves(en), ...leaves(ko)]) expect(leaf).not.toBe('');
      expect(leaves(en).filter((leaf) => typeof leaf === 'string' && /[가-힣]/u.test(leaf)).length).toBeLessThan(3);
    }
  });

  it('exist for every error code, and no two languages share a sentence', () => {
    for (const code of ERROR_CODES) {
      expect(errorMessages.en[code]).not.toBe(errorMessages.ko[code]);
      expect(errorText(new ApiError({ code }), 'ko')).toMatch(/[가-힣]/u);
    }
  });

  it('never show a raw error', () => {
    expect(errorText(new TypeError('x is not a function'), 'en')).toBe(errorMessages.en['server/internal']);
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['en', ['ko-KR'], 'en'],
    ['fr', ['en-GB'], 'en'],
    [null, ['fr-FR', 'en-US', 'ko'], 'en'],
    [null, ['ko-KR', 'en'], 'ko'],
    [null, ['fr', 'de'], 'ko'],
    [null, [], 'ko'],
  ] as const)('given %j stored and %j preferred, is %s', (stored, preferred, language) => {
    expect(chooseLanguage(stored, preferred)).toBe(language);
  });
});
