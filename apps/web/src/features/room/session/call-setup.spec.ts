import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IceServersResponse } from '@ieum/api-contract';
import { fakePlatform } from '@ieum/webrtc-client/testing';
import { CallSetup } from './call-setup';
import { settled } from './testing/fake-room-connection';

const HOUR_MS = 60 * 60_000;
const START = Date.parse('2026-11-21T08:00:00.000Z');

/** A server with a relay for rooms that hide addresses, and one person's words. */
class SetupWorld {
  readonly platform = fakePlatform();
  readonly told: unknown[] = [];
  now = START;
  agreed = false;
  hasRelay = true;
  loads = 0;
  readonly setup = new CallSetup({
    loadIceServers: async () => this.#answer(),
    createCertificates: async () => undefined,
    directConsent: { read: () => this.agreed, write: (agreed) => void (this.agreed = agreed) },
    serverNow: () => this.now,
    setTimer: () => () => undefined,
    platform: this.platform,
    onRenewed: ({ iceServers: servers, iceTransportPolicy: policy }) =>
      this.told.push([servers.flatMap(({ urls }) => urls), policy]),
    onConsent: (needed) => this.told.push(needed ? 'asks' : 'asks no more'),
    onError: (error) => this.told.push(error),
  });

  get policy() {
    return this.setup.configuration.iceTransportPolicy;
  }

  /** The device sleeps longer than its credentials live, and wakes. */
  async sleep(): Promise<void> {
    this.now += 2 * HOUR_MS;
    this.platform.wake();
    await settled();
  }

  #answer(): IceServersResponse {
    this.loads += 1;
    return {
      iceServers: [{ urls: [this.hasRelay ? 'turn:relay' : 'stun:outside'] }],
      transportPolicy: 'relay',
      relayMissing: !this.hasRelay,
      expiresAt: new Date(this.now + HOUR_MS).toISOString(),
    };
  }
}

let world: SetupWorld;
beforeEach(async () => {
  world = new SetupWorld();
  await world.setup.load();
  await world.setup.consent();
});

describe('what a call needs before it begins', () => {
  it('gives running calls fresh credentials after a sleep, and when the network came back', async () => {
    await world.sleep();
    expect(world.told).toEqual([[['turn:relay'], 'relay']]);
    world.now += 2 * HOUR_MS;
    world.platform.changeNetwork();
    await settled();
    expect(world.told).toHaveLength(2);
  });

  it('asks when a renewal finds no relay any more, and shows no address before the person agrees', async () => {
    world.hasRelay = false;
    await world.sleep();
    expect(world.told).toEqual(['asks']);
    expect(world.policy).toBe('relay');
    await world.sleep();
    expect(world.told).toEqual(['asks']);
    world.setup.agree();
    expect(world.told).toEqual(['asks', 'asks no more', [['stun:outside'], 'all']]);
    expect(world.policy).toBe('all');
  });

  it('lets everybody go on who waited for that word', async () => {
    world.hasRelay = false;
    await world.sleep();
    const waiting = Promise.all([world.setup.consent(), world.setup.consent()]);
    world.setup.agree();
    await waiting;
    expect(world.told.filter((told) => told === 'asks')).toHaveLength(1);
  });

  it('takes the question back when there is a relay again', async () => {
    world.hasRelay = false;
    await world.sleep();
    const waiting = world.setup.consent();
    world.hasRelay = true;
    await world.sleep();
    await waiting;
    expect(world.told).toEqual(['asks', 'asks no more', [['turn:relay'], 'relay']]);
    expect(world.agreed).toBe(false);
  });

  it('does not ask whoever agreed before', async () => {
    world.agreed = true;
    world.hasRelay = false;
    await world.sleep();
    await world.setup.consent();
    expect(world.told).toEqual([[['stun:outside'], 'all']]);
  });

  it('listens to nothing when the room is left', async () => {
    world.setup.close();
    await world.sleep();
    expect(world.loads).toBe(1);
  });
});
