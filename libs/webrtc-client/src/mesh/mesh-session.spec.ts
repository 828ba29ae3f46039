import { describe, expect, it } from '@jest/globals';
import type { PeerSessionEvents } from '../peer/peer-session-options';
import { PeerSessionError } from '../peer/peer-session-error';
import type { PeerState } from '../peer/peer-state';
import type { VideoLimits } from '../peer/video-limits';
import { TypedEmitter } from '../typed-emitter';
import { MeshSession, type MeshPeer, type MeshPeerInfo, type MeshSessionOptions } from './mesh-session';

class FakePeer implements MeshPeer {
  readonly events = new TypedEmitter<PeerSessionEvents>();
  readonly sent: string[] = [];
  readonly limits: VideoLimits[] = [];
  state: PeerState = 'connecting';
  canSend = true;
  restarts = 0;

  on<K extends keyof PeerSessionEvents>(event: K, listener: (payload: PeerSessionEvents[K]) => void): () => void {
    return this.events.on(event, listener);
  }

  send(data: string): boolean {
    if (this.canSend) this.sent.push(data);
    return this.canSend;
  }

  restartIce(): void {
    this.restarts += 1;
  }

  setVideoLimits(limits: VideoLimits): void {
    this.limits.push(limits);
  }

  close(): void {
    this.state = 'closed';
    this.events.emit('state', 'closed');
  }
}

interface Person extends MeshPeerInfo {
  readonly name: string;
}

const person = (peerId: string, name = peerId): Person => ({ peerId, polite: false, name });

function given(options: Partial<MeshSessionOptions<Person, FakePeer>> = {}) {
  const made = new Map<string, FakePeer>();
  const mesh = new MeshSession<Person, FakePeer>({
    createSession: ({ peerId }) => {
      const peer = new FakePeer();
      made.set(peerId, peer);
      return peer;
    },
    ...options,
  });
  const log: unknown[] = [];
  mesh.on('peer-added', ({ info }) => log.push(`+${info.peerId}`));
  mesh.on('peer-removed', ({ info, session }) => log.push(`-${info.peerId} ${session.state}`));
  mesh.on('message', (message) => log.push(message));
  mesh.on('channel', (channel) => log.push(channel));
  mesh.on('error', ({ peerId, error }) => log.push(`${peerId} ${error.reason}`));
  let changes = 0;
  mesh.on('change', () => (changes += 1));
  const changed = () => [changes, (changes = 0)][0];
  const names = () => mesh.peers.map(({ info }) => info.name);
  return { mesh, log, changed, names, peer: (peerId: string) => made.get(peerId) ?? new FakePeer() };
}

describe('MeshSession', () => {
  it('has one session with each of the others, in the order they came', () => {
    const { mesh, log, names, peer, changed } = given();
    expect(mesh.add(person('b'))).toBe(peer('b'));
    mesh.add(person('a'));
    expect(names()).toEqual(['b', 'a']);
    expect(mesh.get('a')?.session).toBe(peer('a'));
    expect([mesh.remove('b'), mesh.remove('b'), mesh.get('b')]).toEqual([true, false, undefined]);
    expect(log).toEqual(['+b', '+a', '-b closed']);
    expect(changed()).toBe(3);
  });

  it('keeps the session of whoever is announced again, and wakes it if it gave up', () => {
    const { mesh, log, names, peer } = given();
    const session = mesh.add(person('a'));
    expect(mesh.add(person('a', 'renamed'))).toBe(session);
    expect([names(), peer('a').restarts]).toEqual([['renamed'], 0]);
    session.state = 'failed';
    mesh.add(person('a'));
    expect([log, peer('a').restarts]).toEqual([['+a'], 1]);
  });

  it('refuses a seventh person, this one counted, until somebody goes', () => {
    const { mesh } = given();
    for (const peerId of 'abcde') {
      expect(mesh.full).toBe(false);
      mesh.add(person(peerId));
    }
    expect(mesh.full).toBe(true);
    expect(() => mesh.add(person('f'))).toThrow(expect.objectContaining({ name: 'MeshError', reason: 'mesh-full' }));
    mesh.add(person('c'));
    mesh.remove('c');
    mesh.add(person('f'));
    expect(mesh.peers).toHaveLength(5);
  });

  it('becomes who the server says is there', () => {
    const { mesh, log, names } = given({ capacity: 3 });
    mesh.synchronise([person('a'), person('b')]);
    mesh.synchronise([person('c'), person('b')]);
    expect(log).toEqual(['+a', '+b', '-a closed', '+c']);
    expect(() => mesh.synchronise('xyz'.split('').map((peerId) => person(peerId)))).toThrow('mesh-full');
    expect(names()).toEqual(['b', 'c']);
  });

  it('adds nobody whose session cannot be made', () => {
    const cause = new PeerSessionError('configuration-invalid');
    const { mesh, log } = given({
      createSession: () => {
        throw cause;
      },
    });
    expect(() => mesh.add(person('a'))).toThrow(cause);
    expect([mesh.peers, log]).toEqual([[], []]);
  });

  it('sends to all who can take it, or to one', () => {
    const { mesh, peer } = given();
    expect([mesh.send('nobody'), mesh.canSend]).toEqual([false, false]);
    mesh.synchronise([person('a'), person('b')]);
    peer('b').canSend = false;
    expect([mesh.send('all'), mesh.canSend]).toEqual([true, true]);
    expect([mesh.send('one', 'a'), mesh.send('one', 'b'), mesh.send('one', 'x')]).toEqual([true, false, false]);
    expect([peer('a').sent, peer('b').sent]).toEqual([['all', 'one'], []]);
    mesh.restartIce();
    expect([peer('a').restarts, peer('b').restarts]).toEqual([1, 1]);
  });

  it('passes on what its sessions tell, and of whom', () => {
    const { mesh, log, peer, changed } = given();
    const { events } = mesh.add(person('a'));
    changed();
    events.emit('state', 'connected');
    events.emit('remote-media', { microphone: true, camera: false, screen: false });
    events.emit('channel', true);
    events.emit('message', 'hello');
    events.emit('error', new PeerSessionError('candidate-rejected'));
    expect(log.slice(1)).toEqual([{ peerId: 'a', open: true }, { peerId: 'a', data: 'hello' }, 'a candidate-rejected']);
    expect(changed()).toBe(3);
    mesh.remove('a');
    peer('a').events.emit('message', 'late');
    expect(log.at(-1)).toBe('-a closed');
  });

  it('shares a budget out whenever the number of peers changes', () => {
    const { mesh, peer } = given({ videoBudget: 1_200_000 });
    mesh.add(person('a'));
    mesh.add(person('b'));
    mesh.add(person('c'));
    mesh.remove('b');
    expect(peer('a').limits.map(({ maxBitrate }) => maxBitrate)).toEqual([1_200_000, 500_000, 400_000, 500_000]);
    expect(peer('c').limits.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)).toEqual([2, 2]);
    const untouched = given();
    untouched.mesh.add(person('a'));
    expect(untouched.peer('a').limits).toEqual([]);
  });

  it('closes every session without a word, and takes nobody any more', () => {
    const { mesh, log, peer, changed } = given();
    mesh.synchronise([person('a'), person('b')]);
    changed();
    mesh.close();
    mesh.close();
    expect([peer('a').state, peer('b').state, mesh.peers]).toEqual(['closed', 'closed', []]);
    expect([log, changed()]).toEqual([['+a', '+b'], 0]);
    expect(() => mesh.add(person('c'))).toThrow('mesh-closed');
    expect(() => mesh.synchronise([])).toThrow('mesh-closed');
  });
});
