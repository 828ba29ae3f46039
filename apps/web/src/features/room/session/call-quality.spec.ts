import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallSample, VideoLimits } from '@ieum/webrtc-client';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { CallQualityWatch } from './call-quality';
import { LineWatch } from './line-watch';

/** A call whose line loses that share of the packets that are sent. */
class LossyCall {
  readonly limits: VideoLimits[] = [];
  loss = 0;
  asked = 0;

  setVideoLimits = (limits: VideoLimits) => void this.limits.push(limits);

  getStats = async (): Promise<RTCStatsReport> => {
    this.asked += 1;
    const timestamp = this.asked * 2_000;
    const sent = { id: 'out', type: 'outbound-rtp', kind: 'video', ssrc: 1, timestamp, packetsSent: this.asked * 200 };
    const remote = { id: 'remote', type: 'remote-inbound-rtp', kind: 'video', ssrc: 1, localId: 'out', timestamp };
    return new Map<string, unknown>([
      ['out', { ...sent, bytesSent: this.asked * 250_000 }],
      ['remote', { ...remote, fractionLost: this.loss }],
    ]) as unknown as RTCStatsReport;
  };
}

let clock: ManualClock;
let changes: number;
let samples: [peerId: string, sample: CallSample][];
let errors: unknown[];
let away: Error | null;
const watch = (dataSaver = false) =>
  new CallQualityWatch({
    loadLineWatch: async () => {
      if (away) throw away;
      return LineWatch;
    },
    clock,
    dataSaver,
    onSample: (peerId, sample) => samples.push([peerId, sample]),
    onChange: () => (changes += 1),
    onError: (error) => errors.push(error),
  });

beforeEach(() => {
  clock = new ManualClock();
  changes = 0;
  samples = [];
  errors = [];
  away = null;
});

describe('the quality of the calls of a room', () => {
  it('is good as long as nothing is known', () => {
    expect(watch().of('nobody')).toMatchObject({ felt: { level: 'good' }, sent: 'full', samples: [] });
  });

  it('is measured every two seconds, and keeps two minutes of it', async () => {
    const quality = watch();
    quality.add('a', new LossyCall());
    await settle();
    await clock.advance(2_000);
    expect(quality.of('a').samples).toHaveLength(1);
    expect(samples).toEqual([['a', quality.of('a').samples[0]]]);
    await clock.advance(200_000);
    expect(quality.of('a').samples).toHaveLength(60);
    expect(changes).toBeGreaterThan(60);
  });

  it('is poor for a reason, and less of the camera is sent', async () => {
    const quality = watch();
    const call = new LossyCall();
    call.loss = 0.3;
    quality.add('a', call);
    await settle();
    await clock.advance(20_000);
    expect(quality.of('a').felt).toEqual({ level: 'poor', cause: 'loss', direction: 'out' });
    expect(quality.of('a').sent).not.toBe('full');
    expect(call.limits.at(-1)?.maxBitrate).toBeLessThan(1_500_000);
  });

  it('shares the budget among peers, and gives it back when one goes', async () => {
    const quality = watch();
    const [one, other] = [new LossyCall(), new LossyCall()];
    quality.add('a', one);
    await settle();
    const alone = one.limits.at(-1)?.maxBitrate ?? 0;
    quality.add('b', other);
    expect(one.limits.at(-1)?.maxBitrate).toBe(other.limits.at(-1)?.maxBitrate);
    expect(one.limits.at(-1)?.maxBitrate).toBeLessThan(alone);
    quality.remove('b');
    expect(one.limits.at(-1)?.maxBitrate).toBe(alone);
  });

  it('saves data from the start, or from when the person asks for it', async () => {
    const saving = new LossyCall();
    watch(true).add('a', saving);
    await settle();
    expect(saving.limits.at(-1)?.maxBitrate).toBeLessThanOrEqual(300_000);
    const quality = watch();
    const call = new LossyCall();
    quality.add('a', call);
    await settle();
    quality.setDataSaver(true);
    expect(call.limits.at(-1)).toEqual(saving.limits.at(-1));
    expect(quality.of('a').sent).toBe('half');
  });

  it('is unknown while what measures it cannot be fetched, which is tried again', async () => {
    away = new TypeError('the server is away');
    const quality = watch();
    quality.add('a', new LossyCall());
    await settle();
    expect(errors).toEqual([away]);
    away = null;
    await clock.advance(40_000);
    expect(quality.of('a').samples.length).toBeGreaterThan(2);
    quality.close();
    expect(clock.pending).toBe(0);
  });

  it('leaves nothing running behind, even when it is closed while that is fetched', async () => {
    const quality = watch();
    quality.add('a', new LossyCall());
    quality.close();
    await settle();
    expect(clock.pending).toBe(0);
  });

  it('leaves nothing running behind', async () => {
    const quality = watch();
    quality.add('a', new LossyCall());
    quality.add('b', new LossyCall());
    await clock.advance(5_000);
    quality.remove('a');
    quality.close();
    expect(clock.pending).toBe(0);
    expect(errors).toEqual([]);
  });
});
