import { afterEach, describe, expect, it } from '@jest/globals';
import type { RelayProbeResult } from './probe-result';
import { probeRelay } from './relay-probe';
import { ServedPlatform, type FakeServers } from './testing/fake-relay';

const iceServers: RTCIceServer[] = [
  { urls: 'stun:stun.example' },
  { urls: ['turn:turn.example?transport=udp', 'TURNS:turn.example:443'], username: 'u', credential: 'c' },
];

let platform = new ServedPlatform();

/** What the probe came to after some seconds, if it did. */
async function probe(servers: Partial<FakeServers> = {}, { seconds = 11, atStart = () => {} } = {}) {
  platform = new ServedPlatform();
  Object.assign(platform.servers, servers);
  let result: RelayProbeResult | undefined;
  const probing = probeRelay({ iceServers, platform }).then((came) => (result = came));
  atStart();
  await platform.clock.advance(seconds * 1_000);
  return { result, probing };
}

const [near, far] = [() => platform.connections[0], () => platform.connections[1]];

/** Lets the far end do something else than send back at once. */
function echoing(instead: (send: (data?: unknown) => void, data: unknown) => unknown): void {
  const channel = far()?.channels[0];
  const send = channel?.send.bind(channel);
  if (channel) channel.send = (data) => void instead((other = data) => send?.(other), data);
}

describe('probeRelay', () => {
  afterEach(() => {
    expect(platform.leaks).toMatchObject({ timers: 0, connections: 0, listeners: 0 });
  });

  it('sends a kilobyte of random bytes to itself and back, over relays only, and measures how long that takes', async () => {
    const { result } = await probe({}, { atStart: () => echoing((send) => platform.clock.setTimeout(send, 85)) });
    expect(result).toEqual({ status: 'ok', roundTripMs: 85, protocol: 'tls' });
    for (const connection of [near(), far()]) {
      expect(connection?.config).toEqual({ iceServers, iceTransportPolicy: 'relay' });
      expect(connection?.candidates.length).toBeGreaterThan(0);
    }
    const [sent, echoed] = [near(), far()].map((connection) => connection?.channels[0]?.sent[0] as Uint8Array);
    expect(sent).toHaveLength(1_024);
    expect(new Set(sent).size).toBeGreaterThan(100);
    expect(echoed).toEqual(sent);
  });

  it.each<[FakeServers['statistics'], string]>([
    ['untold', 'udp'],
    ['rejected', 'udp'],
    ['never', 'udp'],
  ])('takes the protocol from the candidate when the statistics are %s', async (statistics, protocol) => {
    expect((await probe({ statistics })).result).toMatchObject({ status: 'ok', protocol });
  });

  it.each<[string, Partial<FakeServers>, number, string, number[]]>([
    [
      'the credentials are wrong',
      { gives: 'nothing', errorCodes: [401, 401, 701] },
      0,
      'no-relay-candidate',
      [401, 701],
    ],
    [
      'no server answers in time',
      { gives: 'nothing', ends: false, errorCodes: [701] },
      10,
      'no-relay-candidate',
      [701],
    ],
    ['the servers know STUN only', { gives: 'srflx' }, 0, 'no-relay-candidate', []],
    ['connecting takes too long', {}, 10, 'timeout', []],
  ])('says why when %s', async (_, servers, seconds, reason, errorCodes) => {
    const { result } = await probe({ joins: false, ...servers }, { seconds });
    expect(result).toEqual({ status: 'failed', reason, errorCodes });
  });

  it('waits for the time it has, not longer', async () => {
    const { result, probing } = await probe({ joins: false }, { seconds: 9.9 });
    expect(result).toBeUndefined();
    await platform.clock.advance(100);
    await expect(probing).resolves.toMatchObject({ reason: 'timeout' });
  });

  it('says so when there are addresses but no way between them', async () => {
    const { result, probing } = await probe({ joins: false }, { seconds: 0 });
    expect(result).toBeUndefined();
    far()?.setLink('failed');
    await expect(probing).resolves.toEqual({ status: 'failed', reason: 'no-connection', errorCodes: [] });
  });

  it.each<[string, Parameters<typeof echoing>[0]]>([
    ['nothing comes back', () => undefined],
    ['something else comes back', (send) => send('x')],
    ['half of it comes back', (send, data) => send((data as Uint8Array).slice(512))],
    ['the channel closes', () => far()?.channels[0]?.close()],
  ])('takes the echo for lost when %s', async (_, instead) => {
    const { result } = await probe({}, { atStart: () => echoing(instead) });
    expect(result).toEqual({ status: 'failed', reason: 'echo-lost', errorCodes: [] });
  });

  it('says so when the browser cannot make a description', async () => {
    const { result } = await probe({}, { seconds: 0, atStart: () => near()?.close() });
    expect(result).toMatchObject({ status: 'failed', reason: 'no-connection' });
  });
});

describe('probeRelay, before anything is tried', () => {
  it.each([[[]], [[{ urls: 'stun:turn.example' }]]])('says that no relay is configured: %j', async (servers) => {
    platform = new ServedPlatform();
    expect(await probeRelay({ iceServers: servers, platform })).toEqual({ status: 'not-configured' });
    expect(platform.connections).toEqual([]);
  });

  it('says that the browser refuses the servers, the second connection too', async () => {
    platform = new ServedPlatform();
    const create = platform.createPeerConnection.bind(platform);
    platform.createPeerConnection = (config) => {
      if (platform.connections.length > 0) throw new SyntaxError('bad url');
      return create(config);
    };
    const result = await probeRelay({ iceServers, platform });
    expect(result).toEqual({ status: 'failed', reason: 'configuration-invalid', errorCodes: [] });
    expect(platform.leaks.connections).toBe(0);
  });

  it('rejects when aborted, before or while it runs, and leaves nothing behind', async () => {
    platform = new ServedPlatform();
    platform.servers.joins = false;
    const abort = new AbortController();
    const [running, reason] = [probeRelay({ iceServers, platform, signal: abort.signal }), new Error('page left')];
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(probeRelay({ iceServers, platform, signal: abort.signal })).rejects.toBe(reason);
    expect(platform.connections).toHaveLength(2);
    expect(platform.leaks).toMatchObject({ timers: 0, connections: 0, listeners: 0 });
  });
});
