import type {
  FeedbackDraft,
  FeedbackJobCard,
  Question,
  Recording,
  TakeMoment,
  WrittenFeedback,
  WrittenFeedbackSummary,
} from '@ieum/api-contract';

type Dates = 'createdAt' | 'answeredAt' | 'acceptedAt';

export type SummaryRecord = Readonly<Omit<WrittenFeedbackSummary, Dates>> & {
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
  readonly acceptedAt: Date | null;
};

/** A request as its student has it. */
export interface WrittenFeedbackRecord extends SummaryRecord {
  readonly scriptId: string;
  readonly text: string;
  readonly note: string;
  readonly takeIds: readonly string[];
  readonly mentorNickname: string | null;
  readonly answerText: string | null;
  readonly answerComment: string | null;
  readonly answerMoments: TakeMoment[] | null;
}

export type CardRecord = Readonly<Omit<FeedbackJobCard, 'createdAt' | 'claimedUntil' | 'answeredAt'>> & {
  readonly createdAt: Date;
  readonly claimedUntil: Date | null;
  readonly answeredAt: Date | null;
};

/** A request as a mentor has it who holds it, or has held it. */
export interface JobRecord extends CardRecord {
  readonly studentId: string;
  readonly question: Question;
  readonly text: string;
  readonly note: string;
  readonly takeIds: readonly string[];
  readonly extensions: number;
  /** Whether they are approved, or need not be. */
  readonly approved: boolean;
  readonly draft: FeedbackDraft | null;
}

export const toSummary = (record: SummaryRecord): WrittenFeedbackSummary => ({
  ...record,
  createdAt: record.createdAt.toISOString(),
  answeredAt: record.answeredAt?.toISOString() ?? null,
  acceptedAt: record.acceptedAt?.toISOString() ?? null,
});

export function toWrittenFeedback(record: WrittenFeedbackRecord, takes: Recording[]): WrittenFeedback {
  const { scriptId, text, note, answeredAt, answerText, mentorNickname } = record;
  const answer =
    answeredAt && answerText !== null
      ? {
          text: answerText,
          comment: record.answerComment ?? '',
          moments: record.answerMoments ?? [],
          mentor: mentorNickname === null ? null : { nickname: mentorNickname },
          answeredAt: answeredAt.toISOString(),
        }
      : null;
  return { ...toSummary(record), scriptId, text, note, takes, answer };
}

export const toCard = (record: CardRecord): FeedbackJobCard => ({
  ...record,
  createdAt: record.createdAt.toISOString(),
  claimedUntil: record.claimedUntil?.toISOString() ?? null,
  answeredAt: record.answeredAt?.toISOString() ?? null,
});
