import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callSampleOf, cameraPicture } from './testing/call-sample-of';
import { NarrowLine } from './testing/narrow-line';
import { randomFrom } from './testing/random-from';
import { DATA_SAVER_BUDGET, VideoQualityController } from './video-quality-controller';
import { minBitrateOf, VIDEO_STEPS } from './video-steps';

const MINUTE = 30;

function given(capacity: number, estimates: boolean, seed: number) {
  const line = new NarrowLine(capacity, estimates, randomFrom(seed));
  const controller = new VideoQualityController({ target: line });
  let [ups, overloads] = [0, 0];
  controller.on('step', ({ cause }) => (ups += cause === 'recovered' ? 1 : 0));
  /** Counts what happens in so many samples. */
  const pass = (samples: number) => {
    [ups, overloads] = [0, 0];
    for (let sample = 0; sample < samples; sample += 1) {
      controller.update(line.sample());
      if (line.overloaded) overloads += 1;
    }
    return { ups, overloads };
  };
  return { line, controller, pass };
}

/** Anything a sample may say about the line, each figure known or not. */
const sample = fc
  .record({
    roundTripMs: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
    lossOut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    availableOutgoingBitrate: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: undefined }),
    isRelayed: fc.boolean(),
    hasPicture: fc.boolean(),
  })
  .map(({ roundTripMs, lossOut, availableOutgoingBitrate, isRelayed, hasPicture }) =>
    callSampleOf({
      ...{ roundTripMs, availableOutgoingBitrate, loss: { in: 0, out: lossOut } },
      pictures: { in: [], out: hasPicture ? [cameraPicture] : [] },
      path: {
        pairId: isRelayed ? 'relayed' : 'direct',
        local: 'host',
        remote: isRelayed ? 'relay' : 'host',
        protocol: 'udp',
        relayed: isRelayed,
      },
    }),
  );
type Sample = typeof sample extends fc.Arbitrary<infer T> ? T : never;

describe('VideoQualityController, whatever it is told', () => {
  it('keeps to its share of the budget and never goes up before ten seconds have passed', () => {
    const event = fc.oneof(
      { weight: 10, arbitrary: sample },
      { weight: 1, arbitrary: fc.constant<'saver on' | 'saver off'>('saver on') },
      { weight: 1, arbitrary: fc.constant<'saver on' | 'saver off'>('saver off') },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const target = { setVideoLimits: () => undefined };
        const controller = new VideoQualityController({ target, videoBudget: 2_000_000 });
        let [atMs, changedAtMs, peers, budget] = [0, 0, 1, 2_000_000];
        controller.on('step', ({ cause }) => {
          if (cause === 'recovered') expect(atMs - changedAtMs).toBeGreaterThanOrEqual(10_000);
          changedAtMs = atMs;
        });
        const apply = (change: Sample | 'saver on' | 'saver off' | number): void => {
          if (typeof change === 'number') controller.setPeerCount((peers = change));
          else if (typeof change === 'object') controller.update({ ...change, atMs: (atMs += 2_000) });
          else {
            budget = change === 'saver on' ? DATA_SAVER_BUDGET : 2_000_000;
            controller.setDataSaver(change === 'saver on');
          }
        };
        for (const change of events) {
          apply(change);
          if (controller.limits.active) expect(controller.limits.maxBitrate).toBeLessThanOrEqual(budget / peers);
        }
      }),
    );
  }, 60_000);
});

describe('VideoQualityController on a line of any capacity', () => {
  const capacity = fc.integer({ min: 40_000, max: 4_000_000 });

  it('does not oscillate and hardly ever sends too much, once it knows the line', () => {
    fc.assert(
      fc.property(capacity, fc.boolean(), fc.integer(), (bitrate, estimates, seed) => {
        const { pass } = given(bitrate, estimates, seed);
        pass(10 * MINUTE);
        const { ups, overloads } = pass(20 * MINUTE);
        expect(ups).toBeLessThanOrEqual(15);
        // A browser that estimates the line makes do with it at any step; the other kind loses what is too much.
        if (!estimates) expect(overloads / (20 * MINUTE)).toBeLessThan(0.25);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('finds a step that the line carries, and none far below it', () => {
    fc.assert(
      fc.property(capacity, fc.integer(), (bitrate, seed) => {
        const { controller, pass } = given(bitrate, true, seed);
        pass(10 * MINUTE);
        const seen = new Set(Array.from({ length: 5 * MINUTE }, () => (pass(1), controller.step)));
        const carried = VIDEO_STEPS.find((step) => minBitrateOf(step) * 2.2 + 64_000 < bitrate) ?? 'audio-only';
        const best = Math.min(...[...seen].map((step) => VIDEO_STEPS.indexOf(step)));
        expect(best).toBeLessThanOrEqual(VIDEO_STEPS.indexOf(carried));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is back at the whole picture within ten good minutes, whatever came before', () => {
    const trouble = fc.array(fc.tuple(capacity, fc.integer({ min: 1, max: 60 })), { maxLength: 15 });
    fc.assert(
      fc.property(trouble, fc.boolean(), fc.integer(), (phases, estimates, seed) => {
        const { line, controller, pass } = given(1_000_000, estimates, seed);
        for (const [bitrate, samples] of phases) {
          line.capacity = bitrate;
          pass(samples);
        }
        line.capacity = 10_000_000;
        pass(10 * MINUTE);
        expect(controller.step).toBe('full');
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is at sound alone within half a minute when nothing else gets through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 36_000 }), fc.boolean(), fc.integer(), (bitrate, estimates, seed) => {
        const { line, controller, pass } = given(4_000_000, estimates, seed);
        pass(MINUTE);
        line.capacity = bitrate;
        const seen = Array.from({ length: MINUTE / 2 }, () => (pass(1), controller.step));
        expect(seen).toContain('audio-only');
      }),
    );
  }, 60_000);
});
