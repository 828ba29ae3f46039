import { afterEach, describe, expect, it } from '@jest/globals';
import { Coturn } from '@ieum/turn-client/testing';
import { SystemClock } from '../src/common/clock';
import { readConfig } from '../src/config/config';
import { machineWith } from '../src/doctor/machine';
import { TurnCanary } from '../src/doctor/turn-canary.service';
import { Metrics } from '../src/metrics/metrics';
import { startTestApi } from './support/test-api';

const NO_RELAY = { TURN_URLS: 'turn:127.0.0.1:9', TURN_SECRET: 't'.repeat(32) };
const machine = machineWith(new SystemClock());

describe('the canary call through the relay', () => {
  let coturn: Coturn | undefined;
  afterEach(() => coturn?.stop());

  it('comes through, and is kept with how long it took', async () => {
    coturn = await Coturn.start({ guarded: true });
    const canary = new TurnCanary(readConfig(coturn.settings), machine);
    expect([canary.lastResult, canary.lastSuccessAt, canary.isDown]).toEqual([undefined, undefined, false]);
    const result = await canary.tryNow();
    expect(result).toMatchObject({ ok: true, roundTripMs: expect.any(Number) });
    expect(canary.lastResult).toBe(result);
    expect(canary.lastSuccessAt).toBe(result.at);
  });

  it('is made by itself, and not where it is turned off', async () => {
    coturn = await Coturn.start({ guarded: true });
    const { turn } = readConfig(coturn.settings);
    const on = await startTestApi({ config: { turn, turnCanaryMinutes: 0.001 } });
    const off = await startTestApi({ config: { turn, turnCanaryMinutes: 0 } });
    const [made, none] = [on, off].map((api) => api.app.get(TurnCanary, { strict: false }));
    await on.until(() => Promise.resolve(made?.lastResult?.ok === true));
    expect(none?.lastResult).toBeUndefined();
    await on.close();
    await off.close();
  });

  it('that fails twice makes the node say that its relay is degraded, until one comes through', async () => {
    coturn = await Coturn.start({ guarded: true });
    const { turn } = readConfig(coturn.settings);
    const config = { turn: turn && { ...turn, urls: coturn.urls } };
    const api = await startTestApi({ config });
    const canary = api.app.get(TurnCanary, { strict: false });
    const degraded = async () => ((await api.get('/api/health/ready')).body as { degraded: string[] }).degraded;
    const figures = async () => {
      const text = await api.app.get(Metrics).read();
      return ['success', 'seconds'].map((name) =>
        Number(new RegExp(`^ieum_turn_canary_${name} (.*)$`, 'mu').exec(text)?.[1]),
      );
    };
    const good = config.turn?.secret ?? '';
    const useSecret = (secret: string) => Object.assign(config.turn ?? {}, { secret });
    expect(await figures()).toEqual([NaN, NaN]);
    await canary.tryNow();
    expect(await degraded()).toEqual([]);
    useSecret('another-secret-than-the-relay-has');
    expect((await canary.tryNow()).ok).toBe(false);
    expect(await degraded()).toEqual([]);
    await canary.tryNow();
    expect(await degraded()).toEqual(['relay']);
    expect(await figures()).toEqual([0, NaN]);
    expect((await api.get('/api/health/ready')).status).toBe(200);
    useSecret(good);
    expect((await canary.tryNow()).ok).toBe(true);
    expect(await degraded()).toEqual([]);
    expect(await figures()).toEqual([1, expect.any(Number)]);
    await api.close();
  });

  it('fails when nobody is there, in its time', async () => {
    const canary = new TurnCanary(readConfig(NO_RELAY), machine);
    expect(await canary.tryNow()).toMatchObject({ ok: false, roundTripMs: undefined });
    expect(canary.lastSuccessAt).toBeUndefined();
  });
});
