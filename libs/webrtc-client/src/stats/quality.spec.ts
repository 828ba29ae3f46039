import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CallSample } from './call-sample';
import { qualityOf, type CallQuality } from './quality';
import { callSampleOf, cameraPicture } from './testing/call-sample-of';

/** Four samples alike. */
const steadily = (changes: Partial<CallSample>): CallSample[] => Array.from({ length: 4 }, () => callSampleOf(changes));

const limited = (limitation: RTCQualityLimitationReason, availableOutgoingBitrate: number, framesPerSecond = 30) => ({
  limitation,
  availableOutgoingBitrate,
  bitrate: callSampleOf({}, Math.min(1_000_000, availableOutgoingBitrate * 0.9)).bitrate,
  pictures: { in: [], out: [{ ...cameraPicture, framesPerSecond }] },
});

describe('qualityOf', () => {
  it.each<[string, Partial<CallSample>, string]>([
    ['a call without a fault', {}, 'good none'],
    ['a round trip within the country', { roundTripMs: 199 }, 'good none'],
    ['a round trip round the world', { roundTripMs: 200 }, 'fair delay'],
    ['a round trip by satellite', { roundTripMs: 700 }, 'poor delay'],
    ['a little loss', { loss: { in: 0.02, out: 0.029 } }, 'good none'],
    ['loss of what they send', { loss: { in: 0.03, out: 0 } }, 'fair loss in'],
    ['loss of what we send', { loss: { in: 0.01, out: 0.06 } }, 'fair loss out'],
    ['loss both ways, worse out', { loss: { in: 0.12, out: 0.3 } }, 'poor loss out'],
    ['loss both ways, worse in', { loss: { in: 0.3, out: 0.12 } }, 'poor loss in'],
    ['loss of all, the other way unknown', { loss: { in: undefined, out: 1 } }, 'poor loss out'],
    ['jitter in', { jitterMs: { in: 50, out: 10 } }, 'fair jitter in'],
    ['jitter out', { jitterMs: { in: undefined, out: 120 } }, 'poor jitter out'],
    ['a narrow line', limited('bandwidth', 300_000), 'fair bandwidth out'],
    ['a line for hardly a picture', limited('bandwidth', 90_000), 'poor bandwidth out'],
    ['an estimate that is low because little is sent', limited('none', 60_000), 'good none'],
    ['a picture made small with room to spare', limited('bandwidth', 3_000_000), 'good none'],
    [
      'a narrow line that the browser does not quite use',
      { ...limited('bandwidth', 120_000), bitrate: callSampleOf({}, 55_000).bitrate },
      'fair bandwidth out',
    ],
    ['a slow machine', limited('cpu', 3_000_000, 15), 'fair device out'],
    ['a machine that cannot keep up', limited('cpu', 3_000_000, 4), 'poor device out'],
    ['a limitation without a name', limited('other', 3_000_000, 4), 'good none'],
    [
      'a narrow line that loses',
      { ...limited('bandwidth', 300_000), loss: { in: 0, out: 0.05 } },
      'fair bandwidth out',
    ],
    ['fair bandwidth and poor loss', { ...limited('bandwidth', 300_000), loss: { in: 0, out: 0.2 } }, 'poor loss out'],
    ['loss and delay', { loss: { in: 0, out: 0.05 }, roundTripMs: 300 }, 'fair loss out'],
    [
      'nothing known',
      {
        ...{ roundTripMs: undefined, loss: { in: undefined, out: undefined }, limitation: undefined },
        ...{ jitterMs: { in: undefined, out: undefined }, availableOutgoingBitrate: undefined },
      },
      'good none',
    ],
  ])('calls %s by its name', (_, changes, expected) => {
    const { level, cause, direction } = qualityOf(steadily(changes));
    expect([level, cause, direction].filter((word) => word !== undefined).join(' ')).toBe(expected);
  });

  it('knows nothing bad without samples', () => {
    expect(qualityOf([])).toEqual({ level: 'good', cause: 'none', direction: undefined });
  });

  it('does not mind one bad moment, and shows a change after two', () => {
    const [fine, bad] = [callSampleOf(), callSampleOf({ roundTripMs: 900 })];
    expect(qualityOf([fine, fine, bad]).level).toBe('good');
    expect(qualityOf([fine, bad, bad]).level).toBe('poor');
    expect(qualityOf([bad, bad, bad, fine, fine]).level).toBe('good');
  });

  it('keeps a level until its figure is clearly better', () => {
    const fair: CallQuality = { level: 'fair', cause: 'delay', direction: undefined };
    const poor: CallQuality = { level: 'poor', cause: 'loss', direction: 'in' };
    expect(qualityOf(steadily({ roundTripMs: 170 }), fair)).toEqual(fair);
    expect(qualityOf(steadily({ roundTripMs: 159 }), fair).level).toBe('good');
    expect(qualityOf(steadily({ loss: { in: 0.085, out: 0 } }), poor)).toEqual(poor);
    expect(qualityOf(steadily({ loss: { in: 0.079, out: 0 } }), poor).level).toBe('fair');
    expect(qualityOf(steadily({ loss: { in: 0.0, out: 0.085 } }), poor).level).toBe('fair');
  });

  it('does not flicker while a figure wavers about a threshold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 165, max: 235 }), { minLength: 3, maxLength: 60 }), (roundTrips) => {
        const samples = roundTrips.map((roundTripMs) => callSampleOf({ roundTripMs }));
        let [quality, changes] = [qualityOf([]), 0];
        for (let end = 1; end <= samples.length; end += 1) {
          const next = qualityOf(samples.slice(0, end), quality);
          if (next.level !== quality.level) changes += 1;
          quality = next;
        }
        expect(changes).toBeLessThanOrEqual(1);
      }),
    );
  });
});
