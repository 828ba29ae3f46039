import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EarlyOffer } from '@ieum/signaling-protocol';
import { ApiError } from '../../../shared/lib/api-error';
import { settled } from './testing/fake-room-connection';
import { consultOf, peerOf, RoomWorld } from './testing/room-world';

let world: RoomWorld;
beforeEach(() => {
  world = new RoomWorld();
});

const DESCRIPTION = { type: 'offer', sdp: 'v=0' } as const;
const COMMITMENT = 'c'.repeat(43);
/** The mentor, as the student sees them: the student's side offers. */
const mentor = { ...peerOf('b'), role: 'mentor', polite: false } as const;

describe('a student who waits', () => {
  async function prepared() {
    await world.session.prepare();
    const call = world.call('a');
    call.options.signaling.send({
      type: 'description',
      connection: 0,
      description: DESCRIPTION,
      commitment: COMMITMENT,
    });
    return call;
  }
  const offers = () => world.connection.named('waiting:offer');

  it('leaves the call’s offer with the request, and opens and enters nothing', async () => {
    const call = await prepared();
    expect(call.options).toMatchObject({ polite: false, ahead: true });
    expect(call.options.iceServers).toBeUndefined();
    expect(offers().map(({ payload }) => payload)).toEqual([
      {
        consultId: world.consultId,
        offer: { peerId: world.peerId, description: DESCRIPTION, commitment: COMMITMENT },
      },
    ]);
    expect(world.connection.named('room:join')).toEqual([]);
    expect(world.platform.openTracks).toEqual([]);
  });

  it('leaves it again after a lost socket, until the server has it', async () => {
    await prepared();
    await offers()[0]?.refuse(new ApiError({ code: 'network/offline' }));
    world.connection.lose();
    world.connection.comeBack();
    expect(offers()).toHaveLength(2);
    await offers()[1]?.answer({});
    world.connection.lose();
    world.connection.comeBack();
    expect(offers()).toHaveLength(2);
    expect(world.errors).toEqual([]);
  });

  it('calls whoever accepted with that offer, over the room, with the servers of then', async () => {
    const call = await prepared();
    await world.enter([mentor]);
    expect(world.calls.size).toBe(1);
    expect(call.begun).toMatchObject({ iceServers: [{ urls: ['stun:x'] }], iceTransportPolicy: 'all' });
    call.options.signaling.send({ type: 'description', connection: 0, description: DESCRIPTION });
    expect(world.connection.last('signal:description').payload).toMatchObject({ to: mentor.peerId });
    expect(world.session.getSnapshot().peers.map(({ peerId }) => peerId)).toEqual([mentor.peerId]);
  });

  it('makes a call of its own for the next one', async () => {
    const call = await prepared();
    await world.enter([mentor]);
    world.connection.push('room:peer-left', { peerId: mentor.peerId, reason: 'left' });
    world.connection.push('room:peer-joined', { peer: { ...mentor, peerId: peerOf('a').peerId } });
    expect(call.closed).toBe(true);
    expect(world.call('b').options.ahead).toBeUndefined();
  });

  it('lets go of everything when the request is over', async () => {
    const call = await prepared();
    world.connection.push('consult:changed', { consult: consultOf({ status: 'cancelled', revision: 9 }) });
    expect(call.closed).toBe(true);
    expect(world.session.isOpen).toBe(false);
    expect(world.connection.listenerCount()).toBe(0);
  });
});

describe('a mentor who got an offer with the accept', () => {
  const offer: EarlyOffer = { peerId: peerOf('a').peerId, description: DESCRIPTION, commitment: COMMITMENT };

  async function accepted() {
    const heard: unknown[] = [];
    const session = world.visit('00000000-0000-4000-8000-00000000000e', { peer: peerOf('a'), offer });
    session.start();
    await settled();
    world.call('a').options.signaling.subscribe((message) => heard.push(message));
    await settled();
    return { session, heard };
  }

  it('answers before either is in the room, and shows nobody yet', async () => {
    const { session, heard } = await accepted();
    expect(heard).toEqual([{ type: 'description', connection: 0, description: DESCRIPTION, commitment: COMMITMENT }]);
    expect(session.getSnapshot()).toMatchObject({ phase: 'joining', peers: [] });
    await world.answerJoin([]);
    expect(session.getSnapshot()).toMatchObject({ phase: 'joined', peers: [] });
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(session.getSnapshot().peers).toMatchObject([{ peerId: offer.peerId, present: true }]);
    expect(world.calls.size).toBe(1);
  });

  it('forgets it for the tab that really comes', async () => {
    const { session } = await accepted();
    await world.answerJoin([peerOf('b')]);
    expect(world.call('a').closed).toBe(true);
    expect(session.getSnapshot().peers.map(({ peerId }) => peerId)).toEqual([peerOf('b').peerId]);
  });

  it('answers nothing before they agreed to a call that shows addresses', async () => {
    world.iceAnswer = { ...world.iceAnswer, transportPolicy: 'relay', relayMissing: true };
    const session = world.visit('00000000-0000-4000-8000-00000000000e', { peer: peerOf('a'), offer });
    session.start();
    await world.answerJoin([]);
    expect(world.calls.size).toBe(0);
    session.agreeToDirect();
    await settled();
    expect(world.calls.size).toBe(1);
  });
});
