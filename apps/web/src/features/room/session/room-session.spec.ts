import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../shared/lib/api-error';
import { consultOf, peerOf, RoomWorld } from './testing/room-world';

let world: RoomWorld;
beforeEach(() => {
  world = new RoomWorld();
});

const snapshot = () => world.session.getSnapshot();

describe('a visit of a room', () => {
  it('enters with its peer id, opens the devices and calls whoever is there', async () => {
    await world.enter([peerOf('a')]);
    expect(world.connection.last('room:join').payload).toEqual({
      consultId: world.consultId,
      peerId: world.peerId,
      resume: false,
    });
    expect(world.platform.openTracks.map(({ kind }) => kind)).toEqual(['audio']);
    expect(snapshot().phase).toBe('joined');
    expect(snapshot().peers.map((peer) => peer.nickname)).toEqual(['nick-a']);
    expect(world.call('a').options).toMatchObject({ polite: true, iceServers: [{ urls: ['stun:x'] }] });
  });

  it('does not lose a peer that arrives while the join is still under way', async () => {
    world.session.start();
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(world.calls.size).toBe(0);
    await world.answerJoin([]);
    expect(snapshot().peers).toHaveLength(1);
  });

  it('keeps the call when the other socket is lost, and says so', async () => {
    await world.enter([peerOf('a')]);
    world.connection.push('room:peer-left', { peerId: peerOf('a').peerId, reason: 'disconnected' });
    expect(snapshot().peers[0]).toMatchObject({ present: false });
    expect(world.call('a').closed).toBe(false);
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(snapshot().peers[0]).toMatchObject({ present: true });
    expect(world.calls.size).toBe(1);
  });

  it.each(['left', 'replaced'] as const)('closes the call of a peer that %s', async (reason) => {
    await world.enter([peerOf('a')]);
    world.connection.push('room:peer-left', { peerId: peerOf('a').peerId, reason });
    expect(world.call('a').closed).toBe(true);
    expect(snapshot().peers).toEqual([]);
  });

  it('calls the reloaded tab of the other side and closes the call of the old one', async () => {
    await world.enter([peerOf('a')]);
    world.connection.push('room:peer-left', { peerId: peerOf('a').peerId, reason: 'disconnected' });
    world.connection.push('room:peer-joined', { peer: peerOf('b') });
    expect(world.call('a').closed).toBe(true);
    expect(snapshot().peers.map((peer) => peer.peerId)).toEqual([peerOf('b').peerId]);
  });

  it('joins again with the same peer id after a lost socket and keeps running calls', async () => {
    await world.enter([peerOf('a')]);
    world.connection.lose();
    world.connection.comeBack();
    await world.answerJoin([peerOf('a')]);
    expect(world.connection.named('room:join')).toHaveLength(2);
    expect(world.connection.last('room:join').payload).toMatchObject({ peerId: world.peerId, resume: true });
    expect(world.calls.size).toBe(1);
    expect(world.call('a').closed).toBe(false);
  });

  it('keeps the call of a peer that a restarted server does not know yet', async () => {
    await world.enter([peerOf('a')]);
    world.connection.lose();
    world.connection.comeBack();
    await world.answerJoin([]);
    expect(world.call('a').closed).toBe(false);
    expect(snapshot().peers[0]).toMatchObject({ present: false });
  });

  it('looks for a new path when a peer comes back whose call had given up', async () => {
    await world.enter([peerOf('a')]);
    world.call('a').become('failed');
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(world.call('a').restarts).toBe(1);
  });

  it('releases everything when the consult ends', async () => {
    await world.enter([peerOf('a')]);
    world.connection.push('consult:changed', { consult: consultOf({ status: 'ended', revision: 9 }) });
    expect(snapshot()).toMatchObject({ phase: 'over', local: null, peers: [], consult: { status: 'ended' } });
    expect(world.platform.openTracks).toEqual([]);
    expect(world.call('a').closed).toBe(true);
    expect(world.connection.listenerCount()).toBe(0);
  });

  it('ignores an older view of the consult, and one of another consult', async () => {
    await world.enter([]);
    world.connection.push('consult:changed', { consult: consultOf({ status: 'ended', revision: 1 }) });
    world.connection.push('consult:changed', { consult: { ...consultOf({ status: 'ended' }), id: world.peerId } });
    expect(snapshot().phase).toBe('joined');
  });

  it('gives the seat up when another tab takes over', async () => {
    await world.enter([peerOf('a')]);
    world.connection.push('room:replaced', { consultId: world.consultId });
    expect(snapshot().phase).toBe('replaced');
    expect(world.platform.openTracks).toEqual([]);
    world.session.leave();
    expect(world.connection.named('room:leave')).toHaveLength(0);
  });

  it('does not take the seat back from another device that got it while this tab was away', async () => {
    await world.enter([peerOf('a')]);
    world.connection.lose();
    world.connection.comeBack();
    await world.connection.last('room:join').refuse(new ApiError({ code: 'rooms/replaced' }));
    expect(snapshot().phase).toBe('replaced');
    expect(world.platform.openTracks).toEqual([]);
  });

  describe('whose seat the server lost, though the socket is there', () => {
    const renewal = { type: 'renew', connection: 0 } as const;
    const refusal = new ApiError({ code: 'rooms/not-joined' });
    beforeEach(async () => {
      await world.enter([peerOf('a')]);
      world.call('a').options.signaling.send(renewal);
      await world.connection.last('signal:renew').refuse(refusal);
    });

    it('takes it again, once, and then says what it could not say', async () => {
      world.call('a').options.signaling.send({ type: 'candidate', connection: 0, candidate: null });
      await world.connection.last('signal:candidate').refuse(refusal);
      expect(world.connection.named('room:join')).toHaveLength(1);
      world.fireTimers();
      world.fireTimers();
      expect(world.connection.named('room:join')).toHaveLength(2);
      expect(world.connection.last('room:join').payload).toMatchObject({ peerId: world.peerId, resume: true });
      await world.answerJoin([peerOf('a')]);
      expect(world.connection.sent.slice(-2).map(({ name }) => name)).toEqual(['signal:renew', 'signal:candidate']);
      expect(world.call('a').closed).toBe(false);
      expect(snapshot().phase).toBe('joined');
    });

    it('leaves it to another tab that has it', async () => {
      world.fireTimers();
      await world.connection.last('room:join').refuse(new ApiError({ code: 'rooms/replaced' }));
      expect(snapshot().phase).toBe('replaced');
    });

    it('does not come back once the consult is over', async () => {
      world.connection.push('consult:changed', { consult: consultOf({ status: 'ended', revision: 9 }) });
      world.fireTimers();
      expect(snapshot().phase).toBe('over');
      expect(world.connection.named('room:join')).toHaveLength(1);
    });
  });

  it('says that it leaves, once', async () => {
    await world.enter([peerOf('a')]);
    world.session.leave();
    world.session.leave();
    expect(world.connection.named('room:leave')).toHaveLength(1);
    expect(snapshot().phase).toBe('left');
  });

  it('tells why the room cannot be entered', async () => {
    world.session.start();
    await world.connection.last('room:join').refuse(new ApiError({ code: 'rooms/not-open' }));
    expect(snapshot()).toMatchObject({ phase: 'refused', refusal: { code: 'rooms/not-open' } });
    expect(world.platform.openTracks).toEqual([]);
  });

  it('tries again when the server is busy, and when the ICE servers could not be had', async () => {
    world.iceFailure = new ApiError({ code: 'server/unavailable' });
    world.session.start();
    await world.answerJoin([peerOf('a')]);
    expect(snapshot().phase).toBe('joining');
    world.iceFailure = null;
    world.fireTimers();
    await world.answerJoin([peerOf('a')]);
    expect(snapshot().phase).toBe('joined');
    expect(world.calls.size).toBe(1);
  });

  it.each(['already there', 'arriving later'])('is refused when the call of a peer %s cannot be made', async (when) => {
    world.callFailure = new SyntaxError('bad ICE server');
    await world.enter(when === 'already there' ? [peerOf('a')] : []);
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(snapshot()).toMatchObject({ phase: 'refused', refusal: null, local: null });
    expect(world.errors).toEqual([world.callFailure]);
    expect(world.connection.named('room:leave')).toHaveLength(1);
    expect(world.connection.listenerCount()).toBe(0);
  });

  it('is refused when entering fails in a way that nobody foresaw', async () => {
    world.iceFailure = new TypeError('surprise');
    await world.enter([]);
    expect(snapshot().phase).toBe('refused');
    expect(world.errors).toEqual([world.iceFailure]);
  });

  it('gives up the seat it is given after it had left', async () => {
    world.session.start();
    world.session.leave();
    await world.answerJoin([]);
    expect(world.connection.named('room:leave')).toHaveLength(2);
    expect(snapshot().phase).toBe('left');
  });

  it('leaves the seat to a later visit over the same connection', async () => {
    world.session.start();
    const join = world.connection.last('room:join');
    world.session.leave();
    world.visit(peerOf('b').peerId).start();
    await join.answer({});
    expect(world.connection.named('room:leave')).toHaveLength(1);
  });

  it.each(['cancelled', 'expired'] as const)('is over when the consult is %s', async (status) => {
    await world.enter([]);
    world.connection.push('consult:changed', { consult: consultOf({ status, revision: 9 }) });
    expect(snapshot()).toMatchObject({ phase: 'over', consult: { status } });
  });
});
