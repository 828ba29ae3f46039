import { beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_RECORDING_MS } from '@ieum/api-contract';
import { settle } from '@ieum/webrtc-client/testing';
import { RecorderWorld } from './testing/recorder-world';

const NO_LEAKS = [0, 0, 0];
let world: RecorderWorld;
beforeEach(() => void (world = new RecorderWorld()));

describe('the way to a recording', () => {
  it('asks for the microphone of before, counts down from three, and records', async () => {
    world.choices = { ...world.choices, microphoneId: 'headset' };
    await world.recorder.start();
    expect(world.asked).toEqual(['headset']);
    const counts = [world.state.count];
    for (let second = 0; second < 2; second += 1) {
      await world.clock.advance(1_000);
      counts.push(world.state.count);
    }
    expect([world.state.phase, counts]).toEqual(['counting', [3, 2, 1]]);
    await world.clock.advance(1_000);
    expect([world.state.phase, world.state.count]).toEqual(['recording', null]);
    expect(world.takes[0]?.contentType).toBe('audio/webm');
  });

  it.each(['permission-denied', 'permission-dismissed', 'not-found', 'in-use', 'insecure-context'] as const)(
    'ends at "%s" and can be tried again',
    async (problem) => {
      world.answer = () => ({ problem });
      await world.recorder.start();
      expect([world.state.phase, world.leaks]).toEqual([problem, NO_LEAKS]);
      world.answer = () => ({ microphone: world.microphone() });
      await world.record();
      expect(world.state.phase).toBe('recording');
    },
  );

  it('does not even ask where the browser records nothing that can be used', async () => {
    world.supported = [];
    await world.recorder.start();
    expect([world.state.phase, world.asked]).toEqual(['unsupported', []]);
  });

  it('lets go of a microphone that is given after it was cancelled', async () => {
    let give: () => void = () => undefined;
    world.answer = () => new Promise((resolve) => (give = () => resolve({ microphone: world.microphone() })));
    const started = world.recorder.start();
    await settle();
    world.recorder.cancel();
    give();
    await started;
    expect([world.state.phase, world.leaks]).toEqual(['idle', NO_LEAKS]);
  });

  it('releases the microphone when the countdown is cancelled, or the microphone goes meanwhile', async () => {
    await world.recorder.start();
    world.recorder.cancel();
    expect([world.state.phase, world.leaks]).toEqual(['idle', NO_LEAKS]);
    await world.recorder.start();
    world.track.end();
    expect([world.state.phase, world.leaks]).toEqual(['not-found', NO_LEAKS]);
  });

  it('says so when the browser cannot record after all', async () => {
    world.canRecord = false;
    await world.record();
    expect([world.state.phase, world.leaks, world.errors.length]).toEqual(['broken', NO_LEAKS, 1]);
  });
});

describe('a recording', () => {
  it('is handed over every five seconds, in its order, and at the end', async () => {
    await world.record();
    await world.clock.advance(12_000);
    await world.stop();
    const [take] = world.takes;
    expect(take?.slices.map(({ bytes }) => [...bytes])).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
      [10, 11],
    ]);
    expect(take?.slices.map(({ so }) => so.durationMs)).toEqual([5_000, 10_000, 12_000]);
    expect(take?.all).toMatchObject({ durationMs: 12_000, voicedMs: 12_000 });
    expect(take?.all?.peaks).toHaveLength(120);
    expect([world.state.phase, world.state.elapsedMs, world.leaks]).toEqual(['stopped', 12_000, NO_LEAKS]);
  });

  it('leaves pauses out', async () => {
    await world.record();
    await world.clock.advance(3_000);
    world.recorder.pause();
    expect(world.state.phase).toBe('paused');
    await world.clock.advance(60_000);
    expect(world.state.elapsedMs).toBe(3_000);
    world.recorder.resume();
    await world.clock.advance(4_000);
    await world.stop();
    expect(world.takes[0]?.all).toMatchObject({ durationMs: 7_000, voicedMs: 7_000 });
    expect(world.takes[0]?.slices.flatMap(({ bytes }) => [...bytes])).toHaveLength(7);
  });

  it('is not paused by the second of two presses that begin it', async () => {
    await world.record();
    await world.clock.advance(400);
    world.recorder.pause();
    expect(world.state.phase).toBe('recording');
    await world.clock.advance(100);
    world.recorder.pause();
    expect(world.state.phase).toBe('paused');
  });

  it('tells at once that nothing is heard, and counts none of it as spoken', async () => {
    world.sound = { level: 0.001, peak: 0.002 };
    await world.record();
    await world.clock.advance(3_000);
    expect([world.state.voice, world.state.everHeard]).toEqual(['silent', false]);
    world.sound = { level: 0.1, peak: 0.3 };
    await world.clock.advance(2_000);
    expect([world.state.voice, world.state.everHeard]).toEqual(['heard', true]);
    await world.stop();
    expect(world.takes[0]?.all).toMatchObject({ durationMs: 5_000, voicedMs: 2_000 });
  });

  it('is kept as far as it went when the microphone is pulled out, which is said', async () => {
    await world.record();
    await world.clock.advance(7_000);
    world.track.end();
    await settle();
    expect([world.state.phase, world.state.endedBy, world.leaks]).toEqual(['stopped', 'unplugged', NO_LEAKS]);
    expect(world.takes[0]?.all).toMatchObject({ durationMs: 7_000 });
    expect(world.takes[0]?.slices.flatMap(({ bytes }) => [...bytes])).toHaveLength(7);
  });

  it('warns a minute before the longest there can be, and ends cleanly there', async () => {
    await world.record();
    await world.clock.advance(MAX_RECORDING_MS - 61_000);
    expect(world.state.endsSoon).toBe(false);
    await world.clock.advance(1_000);
    expect(world.state.endsSoon).toBe(true);
    await world.clock.advance(60_000);
    expect([world.state.phase, world.state.endedBy, world.leaks]).toEqual(['stopped', 'limit', NO_LEAKS]);
    expect(world.takes[0]?.all?.durationMs).toBe(MAX_RECORDING_MS);
    expect(world.takes[0]?.slices).toHaveLength(180);
  });

  it('ends before it is too large, where the browser records in more detail than it was asked to', async () => {
    world.bytesPerSecond = 1024 * 1024;
    await world.record();
    await world.clock.advance(60_000);
    const bytes = world.takes[0]?.slices.reduce((sum, slice) => sum + slice.bytes.length, 0);
    expect([world.state.phase, world.state.endedBy]).toEqual(['stopped', 'limit']);
    expect(bytes).toBeLessThanOrEqual(50 * 1024 * 1024);
    expect(bytes).toBeGreaterThan(40 * 1024 * 1024);
  });

  it('that breaks keeps what there is; one that has nothing is none', async () => {
    await world.record();
    await world.clock.advance(6_000);
    world.recorders[0]?.break();
    await settle();
    expect([world.state.phase, world.takes[0]?.all?.durationMs, world.errors.length]).toEqual(['stopped', 6_000, 1]);
    await world.record();
    await world.stop();
    expect([world.state.phase, world.takes[1]?.discarded, world.leaks]).toEqual(['broken', true, NO_LEAKS]);
  });

  it('goes when another one is to begin', async () => {
    await world.record();
    await world.clock.advance(8_000);
    await world.recorder.retake();
    expect([world.takes[0]?.discarded, world.takes[0]?.all, world.state.phase]).toEqual([true, null, 'counting']);
    world.recorder.skipCountdown();
    await world.clock.advance(5_000);
    await world.stop();
    expect(world.takes[1]?.all).toMatchObject({ durationMs: 5_000 });
    expect(world.takes[0]?.slices).toHaveLength(1);
  });

  it('is a take when its page goes', async () => {
    await world.record();
    await world.clock.advance(6_000);
    world.recorder.close();
    await settle();
    expect([world.takes[0]?.all?.durationMs, world.leaks]).toEqual([6_000, NO_LEAKS]);
  });
});
