import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { positionOf } from './playback';
import { OTHER, PracticeWorld, TAKE } from './testing/practice-world';

let world: PracticeWorld;
beforeEach(() => {
  world = new PracticeWorld();
});
afterEach(() => world.close());

type Page = Awaited<ReturnType<PracticeWorld['page']>>;
const at = ({ snapshot }: Page) => {
  const { playback } = snapshot();
  return playback && positionOf(playback, world.serverNow(), 60_000);
};
const hearing = (...pages: Page[]) => pages.map(({ model }) => model.sound.getSnapshot().hearing);

describe('a take that both hear', () => {
  it('plays on both sides from the same place', async () => {
    const { mentor, student } = await world.inCall();
    await mentor.model.play(TAKE);
    await world.clock.advance(5_000);
    expect(hearing(mentor, student)).toEqual(['playing', 'playing']);
    expect([at(mentor), at(student)]).toEqual([5_000, 5_000]);
    expect(Math.abs(mentor.player.currentTime - student.player.currentTime)).toBeLessThan(0.3);
    expect(student.player.currentTime).toBeCloseTo(5, 1);
  });

  it('is stopped by either, and goes on from there', async () => {
    const { mentor, student } = await world.inCall();
    await mentor.model.play(TAKE);
    await world.clock.advance(4_000);
    student.model.pause();
    await world.clock.advance(60_000);
    expect(hearing(mentor, student)).toEqual(['nothing', 'nothing']);
    expect([at(mentor), at(student)]).toEqual([4_000, 4_000]);
    await student.model.play(TAKE);
    await world.clock.advance(1_000);
    expect([at(mentor), at(student)]).toEqual([5_000, 5_000]);
    expect(hearing(mentor, student)).toEqual(['playing', 'playing']);
  });

  it('is where it was put, and plays on only if it did', async () => {
    const { mentor, student } = await world.inCall();
    student.model.seek(TAKE, 30_000);
    await world.clock.advance(1_000);
    expect([at(mentor), hearing(mentor)]).toEqual([30_000, ['nothing']]);
    await mentor.model.play(TAKE);
    await world.clock.advance(100);
    student.model.pause();
    student.model.seek(TAKE, 99_000);
    await world.clock.advance(100);
    expect(at(mentor)).toBe(60_000);
    await student.model.play(TAKE);
    await world.clock.advance(1_000);
    student.model.seek(TAKE, 20_000);
    await world.clock.advance(1_000);
    expect([at(mentor), hearing(mentor)]).toEqual([21_000, ['playing']]);
  });

  it('ends by itself, and then begins anew', async () => {
    const { mentor, student } = await world.inCall();
    await mentor.model.play(TAKE);
    await world.clock.advance(70_000);
    expect(hearing(mentor, student)).toEqual(['nothing', 'nothing']);
    await mentor.model.play(TAKE);
    await world.clock.advance(2_000);
    expect([at(student), hearing(student)]).toEqual([2_000, ['playing']]);
  });

  it('gives way to another take', async () => {
    const { mentor, student } = await world.inCall();
    await mentor.model.play(TAKE);
    await world.clock.advance(1_000);
    await student.model.play(OTHER);
    await world.clock.advance(1_000);
    expect(mentor.snapshot().playback).toMatchObject({ recordingId: OTHER.id, playing: true, by: 'student' });
    expect(hearing(mentor, student)).toEqual(['playing', 'playing']);
  });

  it('is one and the same when both press at once', async () => {
    const { mentor, student } = await world.inCall();
    await Promise.all([mentor.model.play(TAKE), student.model.play(OTHER)]);
    await world.clock.advance(1_000);
    expect(mentor.snapshot().playback).toEqual(student.snapshot().playback);
  });

  it('is caught up with by whoever comes late or comes back', async () => {
    const mentor = await world.page('mentor');
    await mentor.model.play(TAKE);
    await world.clock.advance(12_000);
    const student = await world.page('student');
    await world.connect(mentor, student);
    await world.clock.advance(1_000);
    expect(hearing(student)).toEqual(['playing']);
    expect(student.player.currentTime).toBeCloseTo(13.1, 0);
    const again = await world.page('mentor', mentor.side);
    await world.clock.advance(0);
    expect(again.player.currentTime).toBeCloseTo(13.1, 0);
    await world.clock.advance(60_000);
    const late = await world.page('mentor', mentor.side);
    expect(hearing(late)).toEqual(['nothing']);
  });

  it.each([
    ['words', 'play'],
    ['a place in no recording', { recordingId: 'x', playing: true, atMs: 0, at: 0, by: 'mentor' }],
    ['a time that is none', { recordingId: TAKE.id, playing: true, atMs: Number.NaN, at: 0, by: 'mentor' }],
    ['a take that was not brought', { recordingId: crypto.randomUUID(), playing: true, atMs: 0, at: 0, by: 'mentor' }],
  ])('is none when the other side writes %s', async (_what, value) => {
    const { mentor, student } = await world.inCall();
    mentor.map.set('playback', value);
    await world.clock.advance(1_000);
    expect(hearing(student)).toEqual(['nothing']);
    await student.model.play(TAKE);
    await world.clock.advance(1_000);
    expect(hearing(mentor, student)).toEqual(['playing', 'playing']);
  });
});

describe('a take that is not there yet', () => {
  it('begins once whoever plays it has it, and not if it was stopped meanwhile', async () => {
    const { mentor, student } = await world.inCall();
    const playing = mentor.model.play(TAKE);
    expect(mentor.snapshot().playback?.playing).toBe(false);
    expect(hearing(mentor)).toEqual(['loading']);
    mentor.model.pause();
    await playing;
    await world.clock.advance(1_000);
    expect([student.snapshot().playback?.playing, ...hearing(mentor, student)]).toEqual([false, 'nothing', 'nothing']);
  });

  it('is fetched by the other side before it plays', async () => {
    const { mentor, student } = await world.inCall();
    void mentor.model.play(TAKE);
    mentor.model.pause();
    expect(student.player.src).toBe('');
    await world.clock.advance(100);
    expect(student.player.src).toBe('blob:1');
  });
});

describe('what is told of the practice', () => {
  it('is that the other side plays, once, also while nobody looks', async () => {
    const { mentor, student } = await world.inCall();
    await mentor.model.play(TAKE);
    await world.clock.advance(100);
    expect(student.snapshot()).toMatchObject({ unread: 1, news: { what: 'playing', recordingId: TAKE.id } });
    expect(mentor.snapshot()).toMatchObject({ unread: 0, news: null });
    student.model.setVisible(true);
    expect(student.model.unread()).toBe(0);
    const { news } = student.snapshot();
    mentor.model.seek(TAKE, 30_000);
    await world.clock.advance(100);
    expect(student.snapshot().news).toBe(news);
  });

  it('is also that something should be heard and the browser wants a tap, which only the panel offers', async () => {
    const { mentor, student } = await world.inCall();
    student.player.play = () => Promise.reject(new DOMException('not now', 'NotAllowedError'));
    student.model.setVisible(true);
    await mentor.model.play(TAKE);
    await world.clock.advance(1_000);
    expect([student.model.unread(), ...hearing(student)]).toEqual([0, 'blocked']);
    student.model.setVisible(false);
    mentor.model.seek(TAKE, 30_000);
    await world.clock.advance(1_000);
    expect([student.model.unread(), ...hearing(student)]).toEqual([1, 'blocked']);
  });
});
