import {
  type Exam,
  type ExamQuestion,
  type ExamStep,
  type ExamSummary,
  FIRST_HALF,
  type QuestionTopic,
} from '@ieum/api-contract';

/** A row of `exams`. */
export interface ExamRow {
  readonly id: string;
  readonly topics: readonly QuestionTopic[];
  readonly level: number;
  readonly levelAfter: number | null;
  readonly total: number;
  readonly position: number;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly finishedAt: Date | null;
}

export type SummaryRecord = ExamRow & { readonly answered: number };

/** A question of an exam, with the ids of its listens and of the takes that were begun. */
export type ExamQuestionRecord = Readonly<Omit<ExamQuestion, 'listens'>> & {
  readonly listens: readonly string[];
  readonly takes: readonly string[];
};

export type ExamRecord = ExamRow & { readonly questions: readonly ExamQuestionRecord[] };

export function stepOf({ finishedAt, position, levelAfter }: ExamRow): ExamStep {
  if (finishedAt) return 'over';
  return position === FIRST_HALF + 1 && levelAfter === null ? 'level' : 'question';
}

export function toExam(record: ExamRecord): Exam {
  const { position } = record;
  const questions = record.questions.filter(({ number }) => number <= position).map(toQuestion);
  return { ...factsOf(record), step: stepOf(record), position, questions };
}

export const toSummary = (record: SummaryRecord): ExamSummary => ({ ...factsOf(record), answered: record.answered });

function factsOf({
  id,
  level,
  levelAfter,
  total,
  startedAt,
  endsAt,
  finishedAt,
}: ExamRow): Omit<ExamSummary, 'answered'> {
  return {
    id,
    level,
    levelAfter,
    total,
    startedAt: startedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function toQuestion({ number, part, question, listens, recordingId, awaited }: ExamQuestionRecord): ExamQuestion {
  return { number, part, question, listens: listens.length, recordingId, awaited };
}
