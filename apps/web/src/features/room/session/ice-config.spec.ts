import { describe, expect, it } from '@jest/globals';
import type { IceServersResponse } from '@ieum/api-contract';
import { fakePlatform } from '@ieum/webrtc-client/testing';
import { IceConfig } from './ice-config';
import { settled } from './testing/fake-room-connection';

const answerOf = (change: Partial<IceServersResponse> = {}): IceServersResponse => ({
  iceServers: [{ urls: ['turn:turn.example'], username: 'u', credential: 'c' }],
  transportPolicy: 'all',
  relayMissing: false,
  expiresAt: '2026-11-21T09:00:00.000Z',
  ...change,
});

function given(answer: IceServersResponse = answerOf()) {
  const now = Date.parse('2026-11-21T08:00:00.000Z');
  const world = { answer, failure: null as Error | null, loads: 0, now, agreed: false };
  const platform = fakePlatform();
  const timers: { run: () => void; ms: number }[] = [];
  const renewed: RTCIceServer[][] = [];
  const errors: unknown[] = [];
  const config: IceConfig = new IceConfig({
    load: async () => {
      world.loads += 1;
      if (world.failure) throw world.failure;
      return world.answer;
    },
    now: () => world.now,
    setTimer: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    onWake: (listener) => platform.onWake(listener),
    agreed: () => world.agreed,
    onRenewed: () => renewed.push(config.servers),
    onError: (error) => errors.push(error),
  });
  const fire = async () => {
    timers.shift()?.run();
    await settled();
  };
  const wake = async () => {
    platform.wake();
    await settled();
  };
  return { world, config, timers, renewed, errors, fire, wake };
}

describe('the ICE servers of a room', () => {
  it('are fetched once, and again after a failure', async () => {
    const { world, config } = given();
    world.failure = new Error('down');
    await expect(config.ready()).rejects.toThrow('down');
    world.failure = null;
    await config.ready();
    await config.ready();
    expect(world.loads).toBe(2);
    expect(config.servers).toEqual([{ urls: ['turn:turn.example'], username: 'u', credential: 'c' }]);
  });

  it('are renewed five minutes before they end, and kept trying when that fails', async () => {
    const { world, config, timers, renewed, errors, fire } = given();
    await config.ready();
    expect(timers.map(({ ms }) => ms)).toEqual([55 * 60_000]);
    world.now += 55 * 60_000;
    world.failure = new Error('down');
    await fire();
    expect(errors).toHaveLength(1);
    expect(timers.map(({ ms }) => ms)).toEqual([30_000]);
    world.failure = null;
    world.answer = answerOf({ iceServers: [{ urls: ['stun:x'] }], expiresAt: null });
    await fire();
    expect(renewed).toEqual([[{ urls: ['stun:x'] }]]);
    expect(timers).toEqual([]);
  });

  it('are renewed half-way when they live shorter than that', async () => {
    const { config, timers } = given(answerOf({ expiresAt: '2026-11-21T08:02:00.000Z' }));
    await config.ready();
    expect(timers.map(({ ms }) => ms)).toEqual([60_000]);
  });

  it('are renewed at once after a sleep that no timer counted, and only then', async () => {
    const { world, config, timers, renewed, wake } = given();
    await config.ready();
    await wake();
    expect(world.loads).toBe(1);
    world.now += 8 * 60 * 60_000;
    world.answer = answerOf({ expiresAt: '2026-11-21T17:00:00.000Z' });
    await wake();
    await wake();
    expect(world.loads).toBe(2);
    expect(renewed).toHaveLength(1);
    expect(timers.map(({ ms }) => ms)).toEqual([55 * 60_000]);
  });

  it('are not taken for fresh by whoever needs them after a sleep; one request serves all who ask', async () => {
    const { world, config, renewed, wake } = given();
    await config.ready();
    world.now += 56 * 60_000;
    world.failure = new Error('down');
    await expect(config.ready()).rejects.toThrow('down');
    world.failure = null;
    world.answer = answerOf({ iceServers: [{ urls: ['stun:x'] }], expiresAt: '2026-11-21T17:00:00.000Z' });
    await Promise.all([config.ready(), config.ready(), wake()]);
    expect(world.loads).toBe(3);
    expect(renewed).toEqual([[{ urls: ['stun:x'] }]]);
  });

  it('keep both addresses hidden where that is asked for', async () => {
    const { config } = given(answerOf({ transportPolicy: 'relay' }));
    await config.ready();
    expect([config.transportPolicy, config.needsConsent]).toEqual(['relay', false]);
  });

  it.each(['relay', 'all'] as const)(
    'never go direct without a relay before the person agreed (%s)',
    async (policy) => {
      const { world, config } = given(answerOf({ transportPolicy: policy, relayMissing: true }));
      await config.ready();
      expect([config.transportPolicy, config.needsConsent]).toEqual(['relay', true]);
      world.agreed = true;
      expect([config.transportPolicy, config.needsConsent]).toEqual(['all', false]);
    },
  );

  it('hide the addresses again as soon as there is a relay, whatever was agreed to', async () => {
    const { world, config, fire } = given(answerOf({ transportPolicy: 'relay', relayMissing: true }));
    world.agreed = true;
    await config.ready();
    world.answer = answerOf({ transportPolicy: 'relay' });
    await fire();
    expect(config.transportPolicy).toBe('relay');
  });

  it('are let go of when the room is left', async () => {
    const { world, config, timers, wake } = given();
    await config.ready();
    config.close();
    expect(timers).toEqual([]);
    world.now += 8 * 60 * 60_000;
    await wake();
    expect(world.loads).toBe(1);
  });
});
