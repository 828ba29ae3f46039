import { MAX_CARRIED_TAKES } from '@ieum/api-contract';
import type { CreateConsultRequest, Recording, Script } from '@ieum/api-contract';
import type { Language } from '@ieum/signaling-protocol';
import { cleanText } from '../script/script-facts';

/** The longest message a request may have, in UTF-16 code units. */
export const MESSAGE_MAX = 500;

/** A take that may go along, with its number among all of them. */
export interface OfferedTake {
  readonly recording: Recording;
  readonly number: number;
}

/** The newest ones whose sound is there, newest first, as `recordings` are. */
export function offeredTakes(recordings: readonly Recording[]): readonly OfferedTake[] {
  const stored = recordings.filter(({ status }) => status === 'stored');
  return stored.map((recording, index) => ({ recording, number: stored.length - index })).slice(0, MAX_CARRIED_TAKES);
}

/** The words around a question, with as much of it as there is room for. */
export function prefilled(around: (question: string) => string, question: string): string {
  const room = MESSAGE_MAX - around('').length;
  return around(question.length <= room ? question : `${cleanText(question.slice(0, room - 1)).trimEnd()}…`);
}

/** What a learner chooses and types. */
export interface MentorDraft {
  readonly chosen: ReadonlySet<string>;
  readonly shownBefore: boolean;
  readonly language: Language;
  readonly message: string;
}

interface Choices extends MentorDraft {
  readonly requestId: string;
  readonly scriptId: Script['id'];
  /** What is sent when the message is empty. */
  readonly prefill: string;
}

/** The request for a mentor's help with an answer. */
export function mentorRequest(choices: Choices): CreateConsultRequest {
  const { requestId, scriptId, chosen, shownBefore, language, message, prefill } = choices;
  return {
    requestId,
    kind: 'speaking',
    topic: 'opic',
    language,
    message: message.trim() || prefill,
    practice: { scriptId, recordingIds: [...chosen], shownBefore },
  };
}
