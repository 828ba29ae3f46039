import { describe, expect, it } from '@jest/globals';
import type { VideoLimits } from '../peer/video-limits';
import type { CallSample } from './call-sample';
import { callSampleOf } from './testing/call-sample-of';
import { VideoQualityController, type VideoQualityControllerOptions } from './video-quality-controller';
import { VIDEO_STEPS } from './video-steps';

function given(options: Partial<VideoQualityControllerOptions> = {}) {
  const limits: VideoLimits[] = [];
  const controller = new VideoQualityController({ target: { setVideoLimits: (set) => limits.push(set) }, ...options });
  const steps: string[] = [];
  controller.on('step', ({ previous, step, cause }) => steps.push(`${previous} → ${step}: ${cause}`));
  let atMs = 1_763_712_000_000;
  /** Samples every two seconds. */
  const pass = (seconds: number, changes: Partial<CallSample> = {}) => {
    for (let second = 0; second < seconds; second += 2)
      controller.update(callSampleOf({ ...changes, atMs: (atMs += 2_000) }));
  };
  return { controller, limits, steps, pass };
}

const LOSSY = { loss: { in: 0, out: 0.3 } };
const NARROW = (bitrate: number): Partial<CallSample> => {
  const carried = { audio: 32_000, video: bitrate - 32_000, total: bitrate };
  return { bitrate: { in: carried, out: carried }, availableOutgoingBitrate: bitrate };
};
const RELAYED = { path: { pairId: 'other', local: 'relay', remote: 'host', protocol: 'udp', relayed: true } } as const;

describe('VideoQualityController', () => {
  it('sends all of the picture over a good line, limited from the start', () => {
    const { limits, steps, pass } = given();
    pass(600);
    expect(limits).toEqual([{ active: true, maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 30 }]);
    expect(steps).toEqual([]);
  });

  it('steps down to sound alone while packets are lost, and back up when the line recovers', () => {
    const { controller, limits, steps, pass } = given();
    pass(20);
    pass(20, LOSSY);
    expect(steps).toEqual(['full → half: loss', 'half → quarter: loss', 'quarter → audio-only: loss']);
    expect(controller.limits).toMatchObject({ active: false });
    pass(14);
    expect(controller.step).toBe('quarter');
    pass(600);
    expect(controller.step).toBe('full');
    expect(limits.map(({ active, scaleResolutionDownBy }) => (active ? scaleResolutionDownBy : 0))).toEqual([
      1, 2, 4, 0, 4, 2, 1,
    ]);
  });

  it('does not mind one bad moment', () => {
    const { steps, pass } = given();
    for (let round = 0; round < 10; round += 1) {
      pass(2, LOSSY);
      pass(2);
    }
    expect(steps).toEqual([]);
  });

  it('minds bad moments with others between that are hardly better', () => {
    const { steps, pass } = given();
    pass(2, LOSSY);
    pass(2, { loss: { in: 0, out: 0.05 } });
    pass(2, LOSSY);
    expect(steps).toEqual(['full → half: loss']);
  });

  it('goes at once to the step that the estimate still carries', () => {
    const { steps, pass } = given();
    pass(20);
    pass(4, NARROW(120_000));
    expect(steps).toEqual(['full → quarter: bandwidth']);
  });

  it('steps down once, not for good, when the path becomes longer', () => {
    const { steps, pass } = given();
    pass(60);
    pass(600, { roundTripMs: 400 });
    expect(steps).toEqual(['full → half: delay', 'half → full: recovered']);
  });

  it('waits twice as long after every attempt that failed, and forgets that after five good minutes', () => {
    const { controller, pass } = given();
    const secondsUntilFull = () => {
      let seconds = 0;
      for (; VIDEO_STEPS.indexOf(controller.step) > 0 && seconds < 1_000; seconds += 2) pass(2);
      return seconds;
    };
    const waits = Array.from({ length: 7 }, () => {
      pass(6, LOSSY);
      return secondsUntilFull();
    });
    expect(waits).toEqual([10, 22, 42, 82, 162, 162, 162]);
    pass(400);
    pass(4, LOSSY);
    expect(secondsUntilFull()).toBe(12);
  });

  it('does not take a page that slept for one that watched a good line', () => {
    const { controller, steps, pass } = given();
    pass(10, LOSSY);
    pass(4);
    controller.update(callSampleOf({ atMs: 1_763_712_000_000 + 3_600_000, loss: { in: 0, out: 0.05 } }));
    expect(steps).toEqual(['full → half: loss', 'half → quarter: loss']);
  });

  it('divides the budget among the peers of a mesh', () => {
    const { controller, steps } = given({ peerCount: 2 });
    expect(controller.limits).toMatchObject({ maxBitrate: 1_250_000, scaleResolutionDownBy: 1 });
    controller.setPeerCount(5);
    expect(controller.limits).toMatchObject({ maxBitrate: 500_000, scaleResolutionDownBy: 2 });
    controller.setPeerCount(1);
    controller.setPeerCount(0);
    expect(controller.limits).toMatchObject({ maxBitrate: 1_500_000 });
    expect(steps).toEqual(['full → half: budget', 'half → full: budget']);
  });

  it('never sends more than somebody who saves data allows', () => {
    const { controller, pass } = given({ dataSaver: true });
    pass(600);
    expect(controller.limits).toMatchObject({ maxBitrate: 300_000, scaleResolutionDownBy: 2 });
    controller.setPeerCount(3);
    expect(controller.limits).toMatchObject({ maxBitrate: 100_000, scaleResolutionDownBy: 4, maxFramerate: 15 });
    controller.setDataSaver(false);
    expect(controller.step).toBe('full');
  });

  it('keeps to what the line takes when the budget grows', () => {
    const { controller, pass } = given({ peerCount: 5 });
    pass(8, LOSSY);
    controller.setPeerCount(1);
    expect(controller.step).toBe('quarter');
    pass(600);
    expect(controller.step).toBe('full');
  });

  it('sends at most one megabit a second through a relay', () => {
    const { controller, limits, steps, pass } = given();
    pass(20, RELAYED);
    expect(controller.limits.maxBitrate).toBe(1_000_000);
    pass(2, { path: undefined });
    pass(20);
    expect(limits.map(({ maxBitrate }) => maxBitrate)).toEqual([1_500_000, 1_000_000, 1_500_000]);
    expect(steps).toEqual([]);
  });
});
