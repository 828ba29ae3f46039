import { describe, expect, it } from '@jest/globals';
import type { IceServersResponse } from '@ieum/api-contract';
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
  const world = { answer, failure: null as Error | null, loads: 0, now: Date.parse('2026-11-21T08:00:00.000Z') };
  const timers: { run: () => void; ms: number }[] = [];
  const renewed: RTCIceServer[][] = [];
  const errors: unknown[] = [];
  const config = new IceConfig({
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
    onRenewed: (servers) => renewed.push(servers),
    onError: (error) => errors.push(error),
  });
  const fire = async () => {
    timers.shift()?.run();
    await settled();
  };
  return { world, config, timers, renewed, errors, fire };
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

  it('keep both addresses hidden where that is asked for, and say when there is no relay to do it', async () => {
    const hidden = given(answerOf({ transportPolicy: 'relay' })).config;
    await hidden.ready();
    expect([hidden.transportPolicy, hidden.needsConsent]).toEqual(['relay', false]);
    const missing = given(answerOf({ transportPolicy: 'relay', relayMissing: true })).config;
    await missing.ready();
    expect([missing.transportPolicy, missing.needsConsent]).toEqual(['all', true]);
  });

  it('are let go of when the room is left', async () => {
    const { config, timers } = given();
    await config.ready();
    config.close();
    expect(timers).toEqual([]);
  });
});
