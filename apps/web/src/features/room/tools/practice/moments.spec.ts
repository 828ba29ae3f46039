import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_MOMENTS } from '../../../../shared/consult-document/practice-moments';
import { OTHER, PracticeWorld, TAKE } from './testing/practice-world';

let world: PracticeWorld;
beforeEach(() => {
  world = new PracticeWorld();
});
afterEach(() => world.close());

type Page = Awaited<ReturnType<PracticeWorld['page']>>;
const placesOf = ({ snapshot }: Page) => snapshot().moments.map(({ atMs, text }) => [atMs, text]);
const momentOf = (atMs: number, text = '', recordingId = TAKE.id) => ({ recordingId, atMs, text, correctionId: null });

describe('a moment of a take', () => {
  it('is where both are, for both to see, and told to whoever did not mark it', async () => {
    const { mentor, student } = await world.inCall();
    expect(mentor.model.place()).toBeNull();
    await mentor.model.play(TAKE);
    await world.clock.advance(7_300);
    expect(student.model.place()).toEqual({ recordingId: TAKE.id, atMs: 7_300 });
    student.model.setVisible(true);
    student.model.mark({ recordingId: TAKE.id, atMs: 7_300, text: 'tense', correctionId: 'a1' });
    await world.clock.advance(100);
    expect(mentor.snapshot().moments).toMatchObject([
      { atMs: 7_300, text: 'tense', correctionId: 'a1', by: 'student' },
    ]);
    expect(mentor.snapshot()).toMatchObject({ unread: 1, news: { what: 'moment', recordingId: TAKE.id } });
    expect(student.snapshot()).toMatchObject({ unread: 0, news: null });
  });

  it('stays with all others when both mark at once, in the order of the takes and of time', async () => {
    const { mentor, student } = await world.inCall();
    mentor.model.mark(momentOf(9_000, 'late'));
    student.model.mark(momentOf(1_000, 'other', OTHER.id));
    student.model.mark(momentOf(2_000, 'early'));
    await world.clock.advance(100);
    const all = [
      [2_000, 'early'],
      [9_000, 'late'],
      [1_000, 'other'],
    ];
    expect([placesOf(mentor), placesOf(student)]).toEqual([all, all]);
    const [first] = mentor.snapshot().moments;
    if (first) mentor.model.unmark(first);
    await world.clock.advance(100);
    expect(placesOf(student)).toEqual(all.slice(1));
  });

  it('is heard again by both from two seconds before it, or from the beginning', async () => {
    const { mentor, student } = await world.inCall();
    mentor.model.mark(momentOf(30_000));
    mentor.model.mark(momentOf(500));
    await world.clock.advance(100);
    const [early, late] = student.snapshot().moments;
    if (late) student.model.replay(late);
    await world.clock.advance(1_000);
    expect(mentor.model.place()).toEqual({ recordingId: TAKE.id, atMs: 29_000 });
    expect(mentor.model.sound.getSnapshot().hearing).toBe('playing');
    if (early) mentor.model.replay(early);
    await world.clock.advance(1_000);
    expect(student.model.place()).toEqual({ recordingId: TAKE.id, atMs: 1_000 });
  });

  it('is there after a reload', async () => {
    const { mentor } = await world.inCall();
    mentor.model.mark(momentOf(5_000, 'again'));
    await world.clock.advance(100);
    expect(placesOf(await world.page('mentor', mentor.side))).toEqual([[5_000, 'again']]);
  });

  it('is refused when there are as many as one looks at', async () => {
    const { mentor } = await world.inCall();
    for (let n = 0; n < MAX_MOMENTS; n += 1) mentor.map.set(`moment:${n}`, { ...momentOf(n), by: 'mentor' });
    expect(mentor.model.mark(momentOf(1))).toBe(false);
    expect(mentor.snapshot().moments).toHaveLength(MAX_MOMENTS);
  });
});
