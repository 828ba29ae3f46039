import { describe, expect, it } from '@jest/globals';
import { FakePeerConnection, ManualClock, namedError, settle } from '../testing';
import type { PeerSessionError } from './peer-session-error';
import { PerfectNegotiation, type NegotiationMessage } from './perfect-negotiation';

function side(polite: boolean, clock = new ManualClock()) {
  const connection = new FakePeerConnection();
  const sent: NegotiationMessage[] = [];
  const errors: PeerSessionError[] = [];
  const wire = { broken: false, stuck: 0 };
  const negotiation = new PerfectNegotiation({
    connection: connection as unknown as RTCPeerConnection,
    polite,
    clock,
    send: (message) => {
      if (wire.broken) throw new Error('the wire is cut');
      sent.push(message);
    },
    beforeAnswer: () => Promise.resolve(),
    onStuck: () => (wire.stuck += 1),
    onError: (error) => errors.push(error),
  });
  /** Takes out what was sent, descriptions only. */
  const descriptions = () =>
    sent
      .splice(0)
      .filter((message): message is NegotiationMessage & { type: 'description' } => message.type === 'description');
  return { connection, negotiation, sent, errors, wire, clock, descriptions };
}
type Side = ReturnType<typeof side>;

async function deliver(from: Side, to: Side): Promise<void> {
  await settle();
  for (const message of from.sent.splice(0)) await to.negotiation.receive(message);
  await settle();
}

async function connected(): Promise<{ impolite: Side; polite: Side }> {
  const clock = new ManualClock();
  const [impolite, polite] = [side(false, clock), side(true, clock)];
  impolite.connection.addTransceiver('audio');
  await deliver(impolite, polite);
  await deliver(polite, impolite);
  return { impolite, polite };
}

describe('PerfectNegotiation', () => {
  it('offers, answers and trickles candidates until both are stable', async () => {
    const { impolite, polite } = await connected();
    for (const { connection, errors } of [impolite, polite]) {
      expect(connection.signalingState).toBe('stable');
      expect(connection.candidates.at(-1)).toBeNull();
      expect(connection.candidates).toHaveLength(3);
      expect(errors).toEqual([]);
    }
  });

  it('at glare the impolite peer ignores, the polite one gives way, and both changes happen', async () => {
    const { impolite, polite } = await connected();
    impolite.connection.addTransceiver('video');
    polite.connection.addTransceiver('audio');
    await settle();
    expect([impolite.connection.signalingState, polite.connection.signalingState]).toEqual([
      'have-local-offer',
      'have-local-offer',
    ]);
    await deliver(polite, impolite);
    expect(impolite.connection.signalingState).toBe('have-local-offer');
    for (let round = 0; round < 4; round += 1) {
      await deliver(impolite, polite);
      await deliver(polite, impolite);
    }
    for (const { connection, errors } of [impolite, polite]) {
      expect(connection.signalingState).toBe('stable');
      expect(connection.getTransceivers()).toHaveLength(3);
      expect(errors).toEqual([]);
    }
  });

  it('takes an offer for a collision that comes while its own is still being made', async () => {
    const { impolite, polite } = await connected();
    polite.connection.addTransceiver('video');
    await settle();
    const [offer] = polite.descriptions();
    const received = new Promise<void>((resolve) => {
      impolite.connection.addEventListener(
        'negotiationneeded',
        () => {
          expect(impolite.connection.signalingState).toBe('stable');
          if (offer) resolve(impolite.negotiation.receive(offer));
        },
        { once: true },
      );
    });
    impolite.connection.restartIce();
    await received;
    expect(impolite.connection.getTransceivers()).toHaveLength(1);
    expect(impolite.connection.offersMade).toBe(2);
  });

  it('does not take an offer right behind an answer for a collision', async () => {
    const { impolite, polite } = await connected();
    impolite.connection.restartIce();
    await deliver(impolite, polite);
    polite.connection.addTransceiver('video');
    await settle();
    const [answer, offer] = polite.descriptions();
    expect([answer?.description.type, offer?.description.type]).toEqual(['answer', 'offer']);
    if (!answer || !offer) return;
    // Both in one turn: the answer is still being applied when the offer comes.
    await Promise.all([impolite.negotiation.receive(answer), impolite.negotiation.receive(offer)]);
    expect(impolite.connection.getTransceivers()).toHaveLength(2);
    expect(impolite.descriptions().map(({ description }) => description.type)).toContain('answer');
  });

  it('holds candidates that came before their description', async () => {
    const [impolite, polite] = [side(false), side(true)];
    impolite.connection.addTransceiver('audio');
    await settle();
    const [offer, ...candidates] = impolite.sent.splice(0);
    for (const candidate of candidates) await polite.negotiation.receive(candidate);
    expect(polite.connection.candidates).toEqual([]);
    if (offer) await polite.negotiation.receive(offer);
    expect(polite.connection.candidates).toHaveLength(3);
    expect(polite.errors).toEqual([]);
  });

  it('ignores the candidates of an offer it ignored, even refused ones', async () => {
    const { impolite, polite } = await connected();
    const before = impolite.connection.candidates.length;
    impolite.connection.restartIce();
    polite.connection.restartIce();
    await deliver(polite, impolite);
    impolite.connection.addIceCandidate = () => Promise.reject(namedError('OperationError'));
    await impolite.negotiation.receive({ type: 'candidate', candidate: { candidate: 'candidate:1' } });
    expect(impolite.connection.candidates.slice(before).filter((candidate) => candidate !== null)).toEqual([]);
    expect(impolite.errors).toEqual([]);
  });

  it('tells of a refused candidate otherwise', async () => {
    const { impolite } = await connected();
    const cause = namedError('OperationError');
    impolite.connection.addIceCandidate = () => Promise.reject(cause);
    await impolite.negotiation.receive({ type: 'candidate', candidate: { candidate: 'candidate:1' } });
    expect(impolite.errors).toMatchObject([{ reason: 'candidate-rejected', cause }]);
  });

  it('drops an older description, and an answer nobody waits for', async () => {
    const { impolite, polite } = await connected();
    impolite.connection.restartIce();
    await settle();
    const [older] = impolite.descriptions();
    await impolite.clock.advance(2_000);
    await deliver(impolite, polite);
    const [answer] = polite.sent.filter(({ type }) => type === 'description');
    await deliver(polite, impolite);
    impolite.connection.addTransceiver('video');
    await deliver(impolite, polite);
    await deliver(polite, impolite);
    for (const stale of [older, answer])
      if (stale) await (stale === older ? polite : impolite).negotiation.receive(stale);
    await settle();
    expect([...impolite.descriptions(), ...polite.descriptions()]).toEqual([]);
    expect([...impolite.errors, ...polite.errors]).toEqual([]);
  });

  it('answers an offer that comes again with the same answer, without giving up its own meanwhile', async () => {
    const { impolite, polite } = await connected();
    impolite.connection.restartIce();
    await settle();
    const [offer] = impolite.descriptions();
    if (!offer) throw new Error('no offer');
    await polite.negotiation.receive(offer);
    const [lost] = polite.descriptions();
    polite.connection.addTransceiver('video');
    await settle();
    expect(polite.descriptions()).toHaveLength(1);
    await polite.negotiation.receive(offer);
    expect(polite.descriptions()).toEqual([lost]);
    expect(polite.connection.signalingState).toBe('have-local-offer');
  });

  it('repeats an offer without an answer, with backoff, and stops once it has one', async () => {
    const [impolite, polite] = [side(false), side(true)];
    impolite.connection.addTransceiver('audio');
    await settle();
    const [first] = impolite.descriptions();
    await impolite.clock.advance(1_999);
    expect(impolite.descriptions()).toEqual([]);
    await impolite.clock.advance(1);
    expect(impolite.descriptions()).toEqual([first]);
    await impolite.clock.advance(3_999);
    expect(impolite.descriptions()).toEqual([]);
    await impolite.clock.advance(1);
    await deliver(impolite, polite);
    await deliver(polite, impolite);
    expect(impolite.connection.signalingState).toBe('stable');
    expect(impolite.clock.pending).toBe(0);
  });

  it('tells when the channel cannot send, and repeats the offer by itself', async () => {
    const impolite = side(false);
    impolite.wire.broken = true;
    impolite.connection.addTransceiver('audio');
    await settle();
    expect(impolite.errors[0]).toMatchObject({ reason: 'signaling-failed' });
    impolite.wire.broken = false;
    await impolite.clock.advance(2_000);
    expect(impolite.descriptions()).toHaveLength(1);
  });

  it('says that it is stuck when the browser refuses description after description', async () => {
    const { polite } = await connected();
    const refused = { type: 'description', description: { type: 'offer', sdp: 'nonsense' } } as const;
    await polite.negotiation.receive(refused);
    expect(polite.wire.stuck).toBe(0);
    await polite.negotiation.receive(refused);
    expect(polite.wire.stuck).toBe(1);
  });

  it('is stuck at the first offer for a connection that somebody closed, and says nothing else', async () => {
    const { impolite, polite } = await connected();
    polite.connection.close();
    impolite.connection.addTransceiver('video');
    await deliver(impolite, polite);
    expect(polite.wire.stuck).toBe(1);
    expect([polite.errors, polite.sent]).toEqual([[], []]);
  });

  it('lets an offer that waits for its answer rest once somebody closed the connection', async () => {
    const { impolite } = await connected();
    impolite.connection.addTransceiver('video');
    await settle();
    impolite.sent.splice(0);
    impolite.connection.close();
    await impolite.clock.advance(60_000);
    expect([impolite.errors, impolite.sent]).toEqual([[], []]);
  });

  it('takes an answer that comes again after it was refused once, and is stuck when it is refused again', async () => {
    for (const refusals of [1, 2]) {
      const [impolite, polite] = [side(false), side(true)];
      impolite.connection.addTransceiver('audio');
      await deliver(impolite, polite);
      const [answer] = polite.descriptions();
      if (!answer) throw new Error('no answer');
      const { connection } = impolite;
      const taking = connection.setRemoteDescription.bind(connection);
      let asked = 0;
      connection.setRemoteDescription = (description) =>
        (asked += 1) > refusals ? taking(description) : Promise.reject(namedError('OperationError'));
      await impolite.negotiation.receive(answer);
      expect(connection.signalingState).toBe('have-local-offer');
      await impolite.negotiation.receive(answer);
      expect(connection.signalingState).toBe(refusals === 1 ? 'stable' : 'have-local-offer');
      expect(impolite.wire.stuck).toBe(refusals - 1);
      impolite.negotiation.close();
    }
  });

  it('tells of a description that cannot be applied, and still negotiates afterwards', async () => {
    const { impolite, polite } = await connected();
    await polite.negotiation.receive({ type: 'description', description: { type: 'offer', sdp: 'nonsense' } });
    expect(polite.errors).toMatchObject([{ reason: 'negotiation-failed', cause: { name: 'SyntaxError' } }]);
    impolite.connection.addTransceiver('video');
    await deliver(impolite, polite);
    await deliver(polite, impolite);
    expect(impolite.connection.signalingState).toBe('stable');
    expect(polite.connection.getTransceivers()).toHaveLength(2);
  });

  it.each([
    null,
    7,
    {},
    { type: 'bye' },
    { type: 'description' },
    { type: 'description', description: { type: 'rollback', sdp: '' } },
    { type: 'description', description: { type: 'offer' } },
    { type: 'candidate' },
    { type: 'candidate', candidate: 'candidate:1' },
  ])('refuses %p as no signal', async (message) => {
    const polite = side(true);
    await polite.negotiation.receive(message as NegotiationMessage);
    expect(polite.errors).toMatchObject([{ reason: 'signal-invalid' }]);
  });

  it('lets go of everything when closed, and is silent about what was under way', async () => {
    const impolite = side(false);
    impolite.connection.addTransceiver('audio');
    await settle();
    void impolite.negotiation.receive({ type: 'description', description: { type: 'answer', sdp: 'nonsense' } });
    impolite.negotiation.close();
    impolite.negotiation.close();
    impolite.connection.close();
    await settle();
    expect(impolite.errors).toEqual([]);
    expect([impolite.clock.pending, impolite.connection.listenerCount]).toEqual([0, 0]);
  });
});
