import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SignalMessage } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import { FakeRoomConnection, settled } from '../session/testing/fake-room-connection';
import { SocketSignaling } from './socket-signaling-channel';

const PEER = '00000000-0000-4000-8000-00000000000b';
const offer = {
  type: 'description',
  connection: 0,
  description: { type: 'offer', sdp: 'v=0' },
} satisfies SignalMessage;
const commitment = 'x'.repeat(43);
const candidate = (n: number): SignalMessage => ({
  type: 'candidate',
  connection: 0,
  candidate: { candidate: `candidate:${n}` },
});

let connection: FakeRoomConnection;
let signaling: SocketSignaling;
let errors: unknown[];
let timers: { run: () => void; ms: number }[];

beforeEach(() => {
  connection = new FakeRoomConnection();
  errors = [];
  timers = [];
  signaling = new SocketSignaling({
    connection,
    setTimer: (run, ms) => {
      timers.push({ run, ms });
      return () => undefined;
    },
    onError: (error) => errors.push(error),
  });
});

const names = () => connection.sent.map((request) => request.name);

describe('signaling over the socket', () => {
  it('sends descriptions, candidates and wishes for a new connection to the named peer', () => {
    signaling.seated();
    const channel = signaling.channelTo(PEER);
    channel.send(offer);
    channel.send({ type: 'candidate', connection: 0, candidate: null });
    channel.send({ type: 'renew', connection: 1 });
    channel.send({ ...offer, commitment });
    expect(connection.sent.map((request) => request.payload)).toEqual([
      { to: PEER, connection: 0, description: { type: 'offer', sdp: 'v=0' } },
      { to: PEER, connection: 0, candidate: null },
      { to: PEER, connection: 1 },
      { to: PEER, connection: 0, description: { type: 'offer', sdp: 'v=0' }, commitment },
    ]);
  });

  it('holds what is sent while the socket is down and sends it once, in order, when seated again', async () => {
    signaling.seated();
    const channel = signaling.channelTo(PEER);
    connection.lose();
    channel.send(offer);
    channel.send(candidate(1));
    expect(names()).toEqual([]);
    connection.comeBack();
    expect(names()).toEqual([]);
    signaling.seated();
    expect(names()).toEqual(['signal:description', 'signal:candidate']);
    signaling.seated();
    await settled();
    expect(names()).toHaveLength(2);
  });

  it('sends once what was repeated while the socket was down: the last one', async () => {
    signaling.seated();
    const channel = signaling.channelTo(PEER);
    channel.send(offer);
    const [first] = connection.sent;
    connection.lose();
    const restarted = { ...offer, description: { type: 'offer', sdp: 'v=0 restarted' } } as const;
    channel.send(restarted);
    channel.send({ ...offer, connection: 1 });
    channel.send(restarted);
    await first?.refuse(new ApiError({ code: 'network/offline' }));
    connection.comeBack();
    signaling.seated();
    expect(connection.sent.slice(1).map(({ payload }) => payload)).toEqual([
      { to: PEER, connection: 1, description: offer.description },
      { to: PEER, connection: 0, description: restarted.description },
    ]);
  });

  it('sends again in the old order what failed while the socket went down', async () => {
    signaling.seated();
    const channel = signaling.channelTo(PEER);
    channel.send(offer);
    channel.send(candidate(1));
    const [first, second] = connection.sent;
    connection.lose();
    await second?.refuse(new ApiError({ code: 'network/offline' }));
    await first?.refuse(new ApiError({ code: 'network/offline' }));
    connection.comeBack();
    signaling.seated();
    expect(names().slice(2)).toEqual(['signal:description', 'signal:candidate']);
  });

  it('keeps signals for a peer whose socket is away until it can be reached', async () => {
    signaling.seated();
    signaling.channelTo(PEER).send(offer);
    await connection.last('signal:description').refuse(new ApiError({ code: 'rooms/peer-not-found' }));
    expect(timers).toEqual([]);
    signaling.flush(PEER);
    expect(connection.named('signal:description')).toHaveLength(2);
  });

  it('waits as long as the server asks when it was too fast', async () => {
    signaling.seated();
    signaling.channelTo(PEER).send(candidate(1));
    const error = new ApiError({ code: 'request/rate-limited', retryAfterMs: 700 });
    await connection.last('signal:candidate').refuse(error);
    expect(timers.map((timer) => timer.ms)).toEqual([700]);
    timers[0]?.run();
    expect(connection.named('signal:candidate')).toHaveLength(2);
  });

  it('reports a refusal for good and does not repeat it', async () => {
    signaling.seated();
    signaling.channelTo(PEER).send(offer);
    await connection.last('signal:description').refuse(new ApiError({ code: 'request/invalid' }));
    signaling.seated();
    expect(errors).toHaveLength(1);
    expect(connection.named('signal:description')).toHaveLength(1);
  });

  it('keeps signals of a peer that is not announced yet and hands them over in order', async () => {
    connection.push('signal:description', {
      from: PEER,
      connection: 0,
      description: { type: 'offer', sdp: 'v=0' },
      commitment,
    });
    connection.push('signal:candidate', { from: PEER, connection: 0, candidate: null });
    connection.push('signal:renew', { from: PEER, connection: 1 });
    const received: SignalMessage[] = [];
    signaling.channelTo(PEER).subscribe((message) => received.push(message));
    expect(received).toEqual([]);
    await settled();
    expect(received).toEqual([
      { ...offer, commitment },
      { type: 'candidate', connection: 0, candidate: null },
      { type: 'renew', connection: 1 },
    ]);
  });

  it('lets go of everything when closed', () => {
    signaling.close();
    expect(connection.listenerCount()).toBe(0);
  });
});
