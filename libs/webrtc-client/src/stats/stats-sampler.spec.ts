import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { FakeStats } from '../testing/fake-stats';
import type { CallSample } from './call-sample';
import { StatsSampler } from './stats-sampler';

function given(options: { intervalMs?: number; timeoutMs?: number } = {}) {
  const source = new FakeStats();
  const platform = fakePlatform();
  const sampler = new StatsSampler({ source, platform, ...options });
  const [samples, errors]: [CallSample[], string[]] = [[], []];
  sampler.on('sample', (sample) => samples.push(sample));
  sampler.on('error', ({ reason }) => errors.push(reason));
  /** The call and the clock go on together. */
  const pass = async (ms: number) => {
    for (let step = 0; step < ms; step += 500) {
      source.advance(500);
      await platform.clock.advance(500);
    }
  };
  return { source, platform, sampler, samples, errors, pass };
}

describe('StatsSampler', () => {
  it('tells every two seconds what the call was like, and keeps the last five samples', async () => {
    const { source, sampler, samples, pass } = given();
    Object.assign(source.line, { lossIn: 0.1, relay: 'tcp' });
    await pass(2_000);
    expect(samples).toMatchObject([
      {
        roundTripMs: 40,
        loss: { in: 0.1, out: 0 },
        bitrate: { out: { audio: 32_000, video: 1_000_000, total: 1_032_000 } },
        path: { protocol: 'tcp', relayed: true },
      },
    ]);
    await pass(12_000);
    expect(samples).toHaveLength(7);
    expect(sampler.recent).toEqual(samples.slice(-5));
  });

  it('goes on after a reading that fails', async () => {
    const { source, samples, errors, pass } = given();
    source.answer = 'reject';
    await pass(4_000);
    source.answer = 'report';
    await pass(4_000);
    expect(errors).toEqual(['stats-rejected', 'stats-rejected', 'stats-rejected']);
    expect(samples).toHaveLength(1);
    expect(samples[0]?.bitrate.out.audio).toBe(32_000);
  });

  it('takes a source that throws for one that rejects', async () => {
    const { source, errors, samples, pass } = given();
    source.getStats = () => {
      throw new TypeError('closed');
    };
    await pass(2_000);
    expect([errors, samples]).toEqual([['stats-rejected'], []]);
  });

  it('waits for an answer that never comes no longer than told, one question at a time', async () => {
    const { source, samples, errors, pass } = given({ timeoutMs: 5_000 });
    source.answer = 'never';
    await pass(6_500);
    expect([source.asked, errors]).toEqual([2, []]);
    source.answer = 'report';
    await pass(4_500);
    expect(errors).toEqual(['stats-unanswered']);
    expect(samples).toHaveLength(3);
  });

  it('does not use an answer that comes too late', async () => {
    const { source, samples, errors, pass } = given({ timeoutMs: 1_000 });
    let answerLate: () => void = () => undefined;
    const report = await source.getStats();
    source.getStats = () => new Promise((resolve) => (answerLate = () => resolve(report)));
    await pass(3_500);
    answerLate();
    await pass(500);
    expect([errors, samples]).toEqual([['stats-unanswered'], []]);
  });

  it('makes no spike when another connection takes over', async () => {
    const { source, samples, pass } = given();
    await pass(20_000);
    source.renew();
    await pass(6_000);
    const totals = samples.map(({ bitrate }) => bitrate.in.total);
    expect(new Set(totals)).toEqual(new Set([1_032_000, undefined]));
    expect(totals.slice(-2)).toEqual([1_032_000, 1_032_000]);
  });

  it('stops for good when closed, also with a question open', async () => {
    const { source, platform, sampler, samples, errors, pass } = given();
    await pass(2_500);
    source.answer = 'never';
    await pass(1_500);
    sampler.close();
    sampler.close();
    const asked = source.asked;
    await pass(30_000);
    expect([source.asked, samples.length, errors]).toEqual([asked, 1, []]);
    expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });
});
