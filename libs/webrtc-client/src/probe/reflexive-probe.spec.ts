import { describe, expect, it } from '@jest/globals';
import type { ReflexiveProbeFailure, ReflexiveProbeResult } from './probe-result';
import { probeReflexive } from './reflexive-probe';
import { ServedPlatform, type FakeServers } from './testing/fake-relay';

const iceServers: RTCIceServer[] = [{ urls: ['stun:stun.example'] }];
const NO_LEAKS = { timers: 0, connections: 0, listeners: 0 };

const failed = (reason: ReflexiveProbeFailure, ...errorCodes: number[]): ReflexiveProbeResult => ({
  ...{ status: 'failed', reason, errorCodes },
});

describe('probeReflexive', () => {
  it.each<[string, Partial<FakeServers>, number, ReflexiveProbeResult]>([
    ['a server that tells', { gives: 'srflx' }, 0, { status: 'ok' }],
    ['none that answers', { gives: 'nothing', errorCodes: [701] }, 0, failed('no-reflexive-candidate', 701)],
    ['none that answers in time', { gives: 'nothing', ends: false }, 10, failed('no-reflexive-candidate')],
  ])('finds %s', async (_, servers, seconds, expected) => {
    const platform = new ServedPlatform();
    Object.assign(platform.servers, servers);
    const probing = probeReflexive({ iceServers, platform });
    await platform.clock.advance(seconds * 1_000);
    expect(await probing).toEqual(expected);
    expect(platform.leaks).toMatchObject(NO_LEAKS);
  });

  it('asks a TURN server too, but nobody when none is configured', async () => {
    const platform = new ServedPlatform();
    platform.servers.gives = 'srflx';
    expect(await probeReflexive({ iceServers: [{ urls: 'turn:turn.example' }], platform })).toEqual({ status: 'ok' });
    expect(await probeReflexive({ iceServers: [], platform })).toEqual({ status: 'not-configured' });
    expect(platform.connections).toHaveLength(1);
  });

  it('says that the browser refuses the servers', async () => {
    const platform = new ServedPlatform();
    platform.createPeerConnection = () => {
      throw new SyntaxError('bad url');
    };
    expect(await probeReflexive({ iceServers, platform })).toEqual(failed('configuration-invalid'));
  });

  it('rejects when aborted and leaves nothing behind', async () => {
    const platform = new ServedPlatform();
    Object.assign(platform.servers, { gives: 'nothing', ends: false });
    const abort = new AbortController();
    const [running, reason] = [probeReflexive({ iceServers, platform, signal: abort.signal }), new Error('left')];
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(platform.leaks).toMatchObject(NO_LEAKS);
  });
});
