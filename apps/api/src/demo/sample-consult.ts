import type { INestApplication } from '@nestjs/common';
import { ConsultsService } from '../consults/consults.service';
import { FeedbackService } from '../feedback/feedback.service';

/** A meeting of the past with its feedback, so that history and feedback have something to show. Made once. */
export async function makeSampleConsult(app: INestApplication, studentId: string, mentorId: string): Promise<void> {
  const consults = app.get(ConsultsService, { strict: false });
  const feedback = app.get(FeedbackService, { strict: false });
  // A constant id makes the request the same one at every start.
  const { id, status } = await consults.create(studentId, {
    requestId: '00000000-0000-4000-8000-000000000001',
    kind: 'speaking',
    topic: 'opic',
    message: '오픽 돌발 질문에 자꾸 말이 막혀요.',
    language: 'ko',
  });
  if (status !== 'waiting') return;
  await consults.accept(mentorId, id);
  await consults.startIfMatched(id);
  await consults.end(mentorId, id);
  await feedback.save(mentorId, id, {
    version: 0,
    summary: '돌발 질문에 첫 문장을 바로 꺼내는 연습을 했어요.\nWe practised opening an answer at once.',
    practice: '‘That’s a good question. Actually, …’ 로 시작해 30초 말하기를 하루 세 번.',
    corrections: [
      {
        before: 'I goed to there last year.',
        after: 'I went there last year.',
        category: 'grammar',
        comment: 'go – went – gone',
      },
      { before: 'It was very fun trip.', after: 'It was a really fun trip.', category: 'word-choice', comment: '' },
    ],
    dismissed: [],
  });
  await feedback.send(mentorId, id);
}
