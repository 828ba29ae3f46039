import type { PracticeProgressQuery, PracticeProgressResponse } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { beginsAfter, daysIn, firstDayOf } from './local-days';
import { comparisonsOf, daysOf } from './practice-days';
import { PracticeProgressRepository } from './practice-progress.repository';

/** How somebody's practice goes: when, how much, how fast, and with how many pauses they speak. */
@Injectable()
export class PracticeProgressService {
  constructor(
    private readonly repository: PracticeProgressRepository,
    private readonly clock: Clock,
  ) {}

  async of(userId: string, { weeks, timeZone }: PracticeProgressQuery): Promise<PracticeProgressResponse> {
    const dayOf = daysIn(timeZone);
    const today = dayOf(this.clock.now());
    const from = firstDayOf(weeks, today);
    const recorded = await this.repository.takes(userId, beginsAfter(from));
    const takes = recorded.map((take) => ({ ...take, day: dayOf(take.createdAt) })).filter(({ day }) => day >= from);
    const compared = comparisonsOf(takes);
    const questions = await this.repository.questions(compared.map(({ questionId }) => questionId));
    const scripts = compared.map((script) => ({ ...script, question: questions.get(script.questionId) ?? '' }));
    return { from, today, days: daysOf(takes), scripts };
  }
}
