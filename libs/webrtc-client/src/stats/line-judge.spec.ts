import { describe, expect, it } from '@jest/globals';
import type { CallSample } from './call-sample';
import { LineJudge } from './line-judge';
import { callSampleOf } from './testing/call-sample-of';

const sending = (bitrate: number, availableOutgoingBitrate: number | undefined): Partial<CallSample> => {
  const carried = { audio: 32_000, video: bitrate - 32_000, total: bitrate };
  return { bitrate: { in: carried, out: carried }, availableOutgoingBitrate };
};

/** The last verdict on samples one after the other, after a minute without a fault. */
function given(judge = new LineJudge()) {
  for (let sample = 0; sample < 30; sample += 1) judge.judge(callSampleOf(), 700_000);
  return (...samples: Partial<CallSample>[]) =>
    samples.map((changes) => judge.judge(callSampleOf(changes), 700_000)).at(-1);
}

describe('LineJudge', () => {
  it.each<[string, Partial<CallSample>, string]>([
    ['a line without a fault', {}, 'fine'],
    ['one that tells nothing', { roundTripMs: undefined, loss: { in: 1, out: undefined } }, 'fine'],
    ['some loss', { loss: { in: 0, out: 0.05 } }, 'tight'],
    ['much loss', { loss: { in: 0, out: 0.1 } }, 'loss'],
    ['loss of what comes in', { loss: { in: 0.5, out: 0 } }, 'fine'],
    ['a queue that begins', { roundTripMs: 40 + 75 }, 'tight'],
    ['a queue', { roundTripMs: 40 + 200 }, 'delay'],
    ['an estimate near what is sent', sending(900_000, 1_000_000), 'tight'],
    ['an estimate below what is needed', sending(600_000, 650_000), 'bandwidth'],
    ['a low estimate because little is sent', sending(300_000, 450_000), 'fine'],
    [
      'a low estimate that holds the picture back',
      { ...sending(80_000, 120_000), limitation: 'bandwidth' },
      'bandwidth',
    ],
    ['a picture held back with room to spare', { ...sending(300_000, 3_000_000), limitation: 'bandwidth' }, 'fine'],
    ['a picture held back with little room', { ...sending(700_000, 1_000_000), limitation: 'bandwidth' }, 'tight'],
    ['no estimate', sending(600_000, undefined), 'fine'],
    ['everything at once', { ...sending(600_000, 600_000), loss: { in: 0, out: 0.5 }, roundTripMs: 900 }, 'bandwidth'],
  ])('finds %s', (_, changes, verdict) => {
    expect(given()(changes)).toBe(verdict);
  });

  it('takes a long way that was long from the start for no queue', () => {
    const judge = new LineJudge();
    expect(judge.judge(callSampleOf({ roundTripMs: 600 }), 0)).toBe('fine');
  });

  it('takes a delay that stays although less is sent for the path’s own, but not when more is sent', () => {
    const judge = new LineJudge();
    const next = given(judge);
    judge.changed({ less: false });
    expect(next({ roundTripMs: 400 })).toBe('delay');
    judge.changed({ less: true });
    expect(next({ roundTripMs: 400 })).toBe('fine');
  });

  it('learns a new path from the start: its length and what it carries', () => {
    const [next, path] = [
      given(),
      { pairId: 'other', local: 'relay', remote: 'host', protocol: 'udp', relayed: true } as const,
    ];
    const other = { ...sending(290_000, 300_000), roundTripMs: 400, path };
    expect(next(other)).toBe('fine');
    expect(next(other, other)).toBe('fine');
    expect(next({ ...other, path: undefined })).toBe('bandwidth');
  });

  it('forgets within a minute how short the way once was', () => {
    const next = given();
    const longer = Array.from({ length: 30 }, () => ({ roundTripMs: 400 }));
    expect(next(...longer.slice(1))).toBe('delay');
    expect(next({ roundTripMs: 400 })).toBe('fine');
  });

  it('gives the estimate time to grow into a picture that begins or gets larger', () => {
    const judge = new LineJudge();
    const next = given(judge);
    const low = sending(350_000, 350_000);
    expect(next({ ...low, pictures: { in: [], out: [] } })).toBe('fine');
    expect(next(low, low)).toBe('fine');
    expect(next(low, low)).toBe('bandwidth');
    judge.changed({ less: false });
    expect(next(low, low)).toBe('fine');
    expect(next(low)).toBe('bandwidth');
  });
});
