import { EXAM_MINUTES } from '@ieum/api-contract';
import type { Exam, ExamResponse, ExamStep } from '@ieum/api-contract';

const MINUTE_MS = 60_000;
/** What is said aloud, and no more. */
const ANNOUNCED_MINUTES = [1, 5, 10];

const RANKS: Readonly<Record<ExamStep, number>> = { level: 0, question: 1, over: 2 };

/** Whichever is further: answers do not arrive in the order in which they were given. */
export function furtherOf(known: ExamResponse | undefined, told: ExamResponse): ExamResponse {
  if (!known) return told;
  const rank = ({ exam }: ExamResponse): number => exam.position * 10 + RANKS[exam.step];
  if (known.exam.step === 'over' && told.exam.step !== 'over') return known;
  return told.exam.step === 'over' || rank(told) >= rank(known) ? told : known;
}

/** Minutes that are left, begun ones included; this device's idea of the server's time may be a little behind. */
export const minutesLeft = ({ endsAt }: Pick<Exam, 'endsAt'>, now: number): number =>
  Math.min(EXAM_MINUTES, Math.max(0, Math.ceil((Date.parse(endsAt) - now) / MINUTE_MS)));

/** Whether this minute is one of those that are said aloud. */
export const isAnnounced = (minutes: number): boolean => ANNOUNCED_MINUTES.includes(minutes);
