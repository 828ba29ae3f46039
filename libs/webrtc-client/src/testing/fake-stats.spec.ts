import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../stats/sample-of';
import { FakeStats } from './fake-stats';

describe('FakeStats', () => {
  it('tells what the line was told to be like', async () => {
    const stats = new FakeStats();
    Object.assign(stats.line, { roundTripMs: 120, lossIn: 0.2, lossOut: 0.1, videoOut: 0, relay: 'tls' });
    const before = await stats.getStats();
    stats.advance(2_000);
    expect(sampleOf(before, await stats.getStats())).toMatchObject({
      ...{ roundTripMs: 120, loss: { in: expect.closeTo(0.2), out: expect.closeTo(0.1) }, jitterMs: { in: 5, out: 5 } },
      ...{ path: { relayed: true, protocol: 'tls' }, pictures: { in: [{ width: 1280 }], out: [] } },
      bitrate: { in: { audio: 25_600, video: 800_000 }, out: { audio: 32_000, video: 0 } },
    });
  });

  it('counts anew after another connection took over, fails or stays silent on command', async () => {
    const stats = new FakeStats();
    stats.advance(2_000);
    const ids = [...(await stats.getStats()).keys()];
    stats.renew();
    const renewed = await stats.getStats();
    expect(ids.filter((id) => renewed.has(id))).toEqual([]);
    stats.answer = 'reject';
    await expect(stats.getStats()).rejects.toThrow('no statistics');
    stats.answer = 'never';
    const silent = stats.getStats().then(() => 'answered');
    expect(await Promise.race([silent, Promise.resolve('silent')])).toBe('silent');
    expect(stats.asked).toBe(4);
  });
});
