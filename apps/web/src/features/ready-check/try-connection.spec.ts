import { describe, expect, it } from '@jest/globals';
import type { IceServersResponse } from '@ieum/api-contract';
import type { RelayProbeFailure, RelayProbeResult } from '@ieum/webrtc-client';
import { ApiError } from '../../shared/lib/api-error';
import { tryConnection } from './try-connection';
import type { TryConnectionOptions } from './try-connection';

const answer: IceServersResponse = {
  iceServers: [{ urls: ['turn:relay.example.org'], username: 'u', credential: 'c' }, { urls: ['stun:example.org'] }],
  transportPolicy: 'all',
  relayMissing: false,
  expiresAt: null,
};
const { signal } = new AbortController();
const failed = (reason: RelayProbeFailure, ...errorCodes: number[]): RelayProbeResult => ({
  status: 'failed',
  reason,
  errorCodes,
});
const outcome = (result: RelayProbeResult, options: Partial<TryConnectionOptions> = {}) =>
  tryConnection(
    { loadServers: () => Promise.resolve(answer), probe: () => Promise.resolve(result), kind: null, ...options },
    signal,
  );
const notConfigured: RelayProbeResult = { status: 'not-configured' };

describe('the way through the network', () => {
  it('works when what was sent through the relay came back; the relay is given its log-in', async () => {
    const servers: RTCIceServer[] = [];
    const probe = (given: RTCIceServer[]) => {
      servers.push(...given);
      return Promise.resolve<RelayProbeResult>({ status: 'ok', roundTripMs: 12, protocol: 'udp' });
    };
    expect(await outcome(notConfigured, { probe })).toEqual({ status: 'ok', reason: null });
    expect(servers).toEqual(answer.iceServers);
  });

  it('is direct only without a relay, which will not do in counselling', async () => {
    expect(await outcome(notConfigured)).toEqual({ status: 'ok', reason: 'direct-only' });
    expect(await outcome(notConfigured, { kind: 'tutoring' })).toEqual({ status: 'ok', reason: 'direct-only' });
    expect(await outcome(notConfigured, { kind: 'counselling' })).toEqual({
      status: 'failed',
      reason: 'relay-missing',
    });
  });

  it('lacks a relay when the server says that this user needs one', async () => {
    const loadServers = () => Promise.resolve({ ...answer, relayMissing: true });
    expect(await outcome(notConfigured, { loadServers })).toEqual({ status: 'failed', reason: 'relay-missing' });
  });

  it.each([
    [failed('no-relay-candidate', 701), 'relay-unreachable'],
    [failed('no-relay-candidate'), 'relay-unreachable'],
    [failed('timeout'), 'relay-unreachable'],
    [failed('no-relay-candidate', 401), 'relay-misconfigured'],
    [failed('configuration-invalid'), 'relay-misconfigured'],
    [failed('no-connection'), 'relay-silent'],
    [failed('echo-lost'), 'relay-silent'],
  ])('fails with %j as %s', async (result, reason) => {
    expect(await outcome(result)).toEqual({ status: 'failed', reason });
  });

  it.each([
    ['network/offline', 'offline'],
    ['server/unavailable', 'offline'],
    ['request/rate-limited', 'busy'],
  ] as const)('is unknown when the server refuses with %s: %s', async (code, reason) => {
    const loadServers = () => Promise.reject(new ApiError({ code }));
    expect(await outcome(notConfigured, { loadServers })).toEqual({ status: 'warning', reason });
  });

  it('does not hide what nobody expected', async () => {
    await expect(outcome(notConfigured, { probe: () => Promise.reject(new TypeError('x')) })).rejects.toThrow(
      TypeError,
    );
  });
});
