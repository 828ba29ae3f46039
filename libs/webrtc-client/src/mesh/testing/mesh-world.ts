import { PeerSession } from '../../peer/peer-session';
import type { SignalMessage } from '../../signaling-channel';
import { FakeNetwork } from '../../testing/fake-network';
import { FakePlatform } from '../../testing/fake-platform';
import { ManualClock } from '../../testing/manual-clock';
import { MeshSession, type MeshPeerInfo } from '../mesh-session';

/** One stay of one person in the room. */
export class Visit {
  readonly platform: FakePlatform;
  readonly mesh: MeshSession;
  readonly received: string[] = [];
  readonly #listeners = new Map<string, (message: SignalMessage) => void>();
  #lastDelivery = 0;

  constructor(
    readonly peerId: string,
    private readonly world: MeshWorld,
  ) {
    const platform = new FakePlatform({ clock: world.clock, network: world.network });
    this.platform = platform;
    this.mesh = new MeshSession({
      createSession: ({ peerId: remoteId, polite }) =>
        new PeerSession({ polite, platform, signaling: this.#channelTo(remoteId) }),
    });
    this.mesh.on('message', ({ peerId: from, data }) => this.received.push(`${from}: ${data}`));
  }

  /** What the server sends one person arrives in order, as over a socket, and late. */
  deliver(apply: () => void): void {
    const { clock, random } = this.world;
    this.#lastDelivery = Math.max(this.#lastDelivery, clock.now() + random() * 300);
    clock.setTimeout(apply, this.#lastDelivery - clock.now());
  }

  receive(from: string, message: SignalMessage): void {
    this.#listeners.get(from)?.(message);
  }

  #channelTo(remoteId: string) {
    return {
      send: (message: SignalMessage) => this.world.relay(this.peerId, remoteId, message),
      subscribe: (listener: (message: SignalMessage) => void) => {
        this.#listeners.set(remoteId, listener);
        return () => void this.#listeners.delete(remoteId);
      },
    };
  }
}

/** A room server without a server: who is there, who is polite, and signals from one to another, some of them lost. */
export class MeshWorld {
  readonly clock = new ManualClock();
  readonly network = new FakeNetwork();
  readonly present = new Map<string, Visit>();
  readonly all: Visit[] = [];

  constructor(
    readonly random: () => number,
    private readonly lossRate: number,
  ) {}

  /** The person enters, as another visit than before. */
  join(person: string): void {
    if (this.present.has(person)) return;
    const visit = new Visit(`${person}${this.all.length}`, this);
    const others = [...this.present.values()];
    this.present.set(person, visit);
    this.all.push(visit);
    visit.deliver(() => visit.mesh.synchronise(others.map((other) => infoOf(other, visit))));
    for (const other of others) other.deliver(() => other.mesh.add(infoOf(visit, other)));
  }

  leave(person: string): void {
    const visit = this.present.get(person);
    if (!visit) return;
    this.present.delete(person);
    visit.deliver(() => visit.mesh.close());
    for (const other of this.present.values()) other.deliver(() => other.mesh.remove(visit.peerId));
  }

  /** The person's socket was gone for a moment: they get the whole list again. */
  resume(person: string): void {
    const visit = this.present.get(person);
    if (!visit) return;
    const others = [...this.present.values()].filter((other) => other !== visit);
    visit.deliver(() => visit.mesh.synchronise(others.map((other) => infoOf(other, visit))));
  }

  relay(from: string, to: string, message: SignalMessage): void {
    const addressee = [...this.present.values()].find(({ peerId }) => peerId === to);
    if (!addressee || this.random() < this.lossRate) return;
    const wire = JSON.stringify(message);
    addressee.deliver(() => addressee.receive(from, JSON.parse(wire) as SignalMessage));
  }
}

const infoOf = (peer: Visit, receiver: Visit): MeshPeerInfo => ({
  peerId: peer.peerId,
  polite: receiver.peerId > peer.peerId,
});
