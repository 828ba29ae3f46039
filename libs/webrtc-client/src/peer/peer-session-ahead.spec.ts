import { describe, expect, it } from '@jest/globals';
import type { SignalMessage, SignalingChannel } from '../signaling-channel';
import { FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';
import type { PeerSessionError } from './peer-session-error';

/** A side that offers into the void, and what the other side may find there. */
function offeredAhead() {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const errors: PeerSessionError[] = [];
  const sent: SignalMessage[] = [];
  const toPolite = new Set<(message: SignalMessage) => void>();
  const toImpolite = new Set<(message: SignalMessage) => void>();
  const side = (send: (message: SignalMessage) => void, listeners: typeof toPolite): SignalingChannel => ({
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const platform = fakePlatform({ clock, network });
  const session = new PeerSession({
    polite: false,
    ahead: true,
    signaling: side((message) => {
      sent.push(message);
      toPolite.forEach((listener) => listener(message));
    }, toImpolite),
    platform,
  });
  session.on('error', (error) => errors.push(error));
  /** Somebody found the first message, and answers. */
  const meet = (): PeerSession => {
    const answering = new PeerSession({
      polite: true,
      signaling: side((message) => toImpolite.forEach((listener) => listener(message)), toPolite),
      platform: fakePlatform({ clock, network }),
    });
    answering.on('error', (error) => errors.push(error));
    const [offer] = sent;
    if (offer) toPolite.forEach((listener) => listener(offer));
    return answering;
  };
  const kinds = () => sent.map((message) => (message.type === 'description' ? message.description.type : message.type));
  return { session, platform, clock, errors, sent, kinds, meet };
}

describe('An offer made ahead', () => {
  it('is sent whole and at once, and looks for no path', async () => {
    const { session, platform, clock, sent, kinds, errors } = offeredAhead();
    await clock.advance(60_000);
    expect(kinds()).toEqual(['offer']);
    expect(sent[0]).toMatchObject({ connection: 0, commitment: expect.stringMatching(/^[\w-]{43}$/) });
    expect(JSON.stringify(sent)).not.toContain('candidate:');
    expect(platform.connections[0]?.signalingState).toBe('stable');
    expect(session.state).toBe('connecting');
    expect(errors).toEqual([]);
  });

  it('is applied with the servers of then once it begins, and connects', async () => {
    const { session, platform, clock, kinds, errors, meet } = offeredAhead();
    await clock.advance(60_000);
    const other = meet();
    session.begin({ iceServers: [{ urls: 'turn:relay.example' }], iceTransportPolicy: 'relay' });
    await clock.advance(10);
    expect([session.state, other.state]).toEqual(['connected', 'connected']);
    expect(platform.connections).toHaveLength(1);
    expect(platform.connections[0]?.config).toMatchObject({
      iceServers: [{ urls: 'turn:relay.example' }],
      iceTransportPolicy: 'relay',
    });
    expect(kinds().filter((kind) => kind === 'offer')).toHaveLength(2);
    expect(session.safetyCode.status).toBe('ready');
    expect(errors).toEqual([]);
  });

  it('takes an answer that is there before it begins', async () => {
    const { session, clock, errors, meet } = offeredAhead();
    await clock.advance(100);
    const other = meet();
    await clock.advance(1_000);
    expect(session.state).toBe('connecting');
    session.begin();
    await clock.advance(10);
    expect([session.state, other.state]).toEqual(['connected', 'connected']);
    expect(errors).toEqual([]);
  });

  it('reaches somebody who never found the first message', async () => {
    const { session, clock, sent, errors, meet } = offeredAhead();
    await clock.advance(100);
    sent.splice(0);
    const other = meet();
    session.begin();
    await clock.advance(10);
    expect([session.state, other.state]).toEqual(['connected', 'connected']);
    expect(errors).toEqual([]);
  });

  it('is mended afterwards as any other call is', async () => {
    const { session, clock, platform, meet } = offeredAhead();
    await clock.advance(100);
    const other = meet();
    session.begin({ iceServers: [{ urls: 'stun:late.example' }] });
    await clock.advance(10);
    platform.connections[0]?.close();
    await clock.advance(10_000);
    expect([session.state, other.state]).toEqual(['connected', 'connected']);
    expect(platform.connections[1]?.config.iceServers).toEqual([{ urls: 'stun:late.example' }]);
  });

  it('closed before it begins, it leaves nothing behind', async () => {
    const { session, clock, platform, errors, kinds } = offeredAhead();
    await clock.advance(100);
    session.close();
    session.begin();
    await clock.advance(60_000);
    expect(platform.connections[0]?.closed).toBe(true);
    expect(kinds()).toEqual(['offer']);
    expect(clock.pending).toBe(0);
    expect(errors).toEqual([]);
  });

  it('says so when the browser refuses the servers', async () => {
    const { session, clock, platform } = offeredAhead();
    await clock.advance(100);
    const [connection] = platform.connections;
    if (connection) {
      connection.setConfiguration = () => {
        throw new SyntaxError('no such scheme');
      };
    }
    expect(() => session.begin({ iceServers: [{ urls: 'nonsense:' }] })).toThrow(
      expect.objectContaining({ reason: 'configuration-invalid' }),
    );
  });
});
