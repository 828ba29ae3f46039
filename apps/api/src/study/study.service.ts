import {
  type AnswerCardRequest,
  type AnswerCardResponse,
  type CategoryCounts,
  LAST_BOX,
  type PracticeCard,
  type PracticeResponse,
  type ProgressResponse,
} from '@ieum/api-contract';
import type { Correction } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { DomainError } from '../common/domain-error';
import { FeedbackService } from '../feedback/feedback.service';
import { nextBox } from './leitner';
import { StudyRepository } from './study.repository';

/** As many cards as one sits through. */
const AT_ONCE = 20;

interface Card {
  readonly card: PracticeCard;
  /** `null`: it was never practised. */
  readonly dueAt: Date | null;
}

/** What a student makes of the corrections they were sent: how they change over time, and practising them. */
@Injectable()
export class StudyService {
  constructor(
    private readonly repository: StudyRepository,
    private readonly feedback: FeedbackService,
    private readonly clock: Clock,
  ) {}

  async progress(studentId: string): Promise<ProgressResponse> {
    const sent = await this.feedback.sentTo(studentId);
    return {
      points: sent.map(({ consultId, kind, sentAt, corrections }) => ({
        consultId,
        kind,
        sentAt: sentAt.toISOString(),
        counts: countByCategory(corrections),
      })),
    };
  }

  async practice(studentId: string): Promise<PracticeResponse> {
    const cards = await this.cardsOf(studentId);
    const now = this.clock.now();
    const practised = cards.filter((card): card is Card & { dueAt: Date } => card.dueAt !== null);
    practised.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    const due = [...practised.filter(({ dueAt }) => dueAt <= now), ...cards.filter(({ dueAt }) => dueAt === null)];
    const boxes = Array.from({ length: LAST_BOX + 1 }, () => 0);
    for (const { card } of cards) boxes[card.box] = (boxes[card.box] ?? 0) + 1;
    return {
      due: due.slice(0, AT_ONCE).map(({ card }) => card),
      dueCount: due.length,
      boxes,
      nextDueAt: due.length > 0 ? null : (practised[0]?.dueAt.toISOString() ?? null),
    };
  }

  /** Takes an answer to a card. One that was given already changes nothing. */
  async answer(studentId: string, consultId: string, answer: AnswerCardRequest): Promise<AnswerCardResponse> {
    const { corrections } = await this.feedback.sentAs(studentId, consultId);
    const { position, knew, box: from } = answer;
    const correction = corrections[position];
    if (!correction || !canPractise(correction)) throw noSuchCard();
    const next = { consultId, position, ...nextBox(from, knew, this.clock.now()) };
    const card = (await this.repository.move(next, from)) ?? (await this.repository.find(consultId, position));
    if (!card) throw noSuchCard();
    return { box: card.box, dueAt: card.dueAt.toISOString() };
  }

  forget(consultId: string): Promise<void> {
    return this.repository.forget(consultId);
  }

  private async cardsOf(studentId: string): Promise<Card[]> {
    const [sent, states] = await Promise.all([this.feedback.sentTo(studentId), this.repository.cardsOf(studentId)]);
    const known = new Map(states.map((state) => [`${state.consultId} ${state.position}`, state]));
    return sent.flatMap(({ consultId, corrections }) =>
      corrections.flatMap((correction, position) => {
        if (!canPractise(correction)) return [];
        const state = known.get(`${consultId} ${position}`);
        const { before, after, category, comment } = correction;
        const card = { consultId, position, before, after, category, comment, box: state?.box ?? 0 };
        return [{ card, dueAt: state?.dueAt ?? null }];
      }),
    );
  }
}

/** What was only added or only left out has nothing to ask for. */
function canPractise({ before, after }: Correction): boolean {
  return before.trim() !== '' && after.trim() !== '';
}

function countByCategory(corrections: readonly Correction[]): CategoryCounts {
  const counts: CategoryCounts = {};
  for (const { category } of corrections) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

const noSuchCard = () => new DomainError('request/not-found', 'There is no such correction to practise.');
