import { describe, expect, it } from '@jest/globals';
import type { SafetyState } from '../security/safety-code-exchange';
import { channelPair, FakeNetwork, fakePlatform, ManualClock, settle } from '../testing';
import { PeerSession } from './peer-session';

async function call({ certificates = false } = {}) {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock });
  const side = (name: 'a' | 'b') => {
    const platform = fakePlatform({ clock, network });
    const own = certificates ? { certificates: [{ name } as unknown as RTCCertificate] } : {};
    const session = new PeerSession({ polite: name === 'b', signaling: wire[name], platform, ...own });
    const states: SafetyState[] = [];
    session.on('safety-code', (state) => states.push(state));
    return { session, states, platform };
  };
  const [b, a] = [side('b'), side('a')];
  const done = async () => {
    await clock.advance(200);
    await settle();
  };
  await done();
  return { a, b, clock, network, wire, done };
}

const digitsOf = ({ safetyCode }: PeerSession) =>
  safetyCode.status === 'ready' ? safetyCode.code.digits.join(' ') : safetyCode.status;

describe('PeerSession.safetyCode', () => {
  it('is the same on both sides, and told once', async () => {
    const { a, b } = await call();
    expect(digitsOf(a.session)).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(digitsOf(b.session)).toBe(digitsOf(a.session));
    expect([a.states.length, b.states.length]).toEqual([1, 1]);
  });

  it('stays when the connection is replaced and the certificates are the same', async () => {
    const { a, b, wire, done } = await call({ certificates: true });
    const before = digitsOf(a.session);
    wire.b.send({ type: 'renew', connection: 1 });
    await done();
    expect(a.platform.connections).toHaveLength(2);
    expect([digitsOf(a.session), digitsOf(b.session)]).toEqual([before, before]);
  });

  it('stays also when a replacement that found no path came between', async () => {
    const { a, b, network, wire, done } = await call({ certificates: true });
    const before = digitsOf(a.session);
    network.silence();
    wire.b.send({ type: 'renew', connection: 1 });
    await done();
    expect([digitsOf(a.session), digitsOf(b.session)]).toEqual(['pending', 'pending']);
    network.mend();
    wire.b.send({ type: 'renew', connection: 2 });
    await done();
    expect(a.platform.connections).toHaveLength(3);
    expect([digitsOf(a.session), digitsOf(b.session)]).toEqual([before, before]);
  });

  it('changes, on both sides alike, with other certificates', async () => {
    const { a, b, wire, done } = await call();
    const before = digitsOf(a.session);
    wire.b.send({ type: 'renew', connection: 1 });
    await done();
    expect(digitsOf(a.session)).not.toBe(before);
    expect(digitsOf(b.session)).toBe(digitsOf(a.session));
  });

  it('is a mismatch when a description comes with another commitment', async () => {
    const { a, b, wire, done } = await call();
    const offer = wire.sent.find(({ message }) => message.type === 'description')?.message;
    if (offer?.type !== 'description') throw new Error('no offer was sent');
    wire.a.send({ ...offer, commitment: 'A'.repeat(43) });
    await done();
    expect(b.session.safetyCode).toEqual({ status: 'mismatch', reason: 'commitment-changed' });
    expect(digitsOf(a.session)).toMatch(/^\d/);
  });

  it('stays a mismatch on every later connection', async () => {
    const { b, wire, done } = await call({ certificates: true });
    const offer = wire.sent.find(({ message }) => message.type === 'description')?.message;
    if (offer?.type !== 'description') throw new Error('no offer was sent');
    wire.a.send({ ...offer, commitment: 'A'.repeat(43) });
    await done();
    for (const connection of [1, 2]) {
      wire.b.send({ type: 'renew', connection });
      await done();
      expect(b.platform.connections).toHaveLength(connection + 1);
      expect(b.session.safetyCode).toEqual({ status: 'mismatch', reason: 'commitment-changed' });
    }
    expect(b.states.map(({ status }) => status)).toEqual(['ready', 'mismatch']);
  });
});
