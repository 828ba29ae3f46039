import { randomUUID } from 'node:crypto';
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { type Channel, Cluster, type ClusterState, type Listener } from './cluster';
import { channelOfAll } from './cluster-name';
import type { Link } from './link';

/** How often a node shows that it is there, and how long the others believe it. */
const BEAT_MS = 1000;
const LEASE_MS = 5000;

/** Clocks of nodes, and a commit that was just under way. */
const MISSED_MARGIN_MS = 5000;

type Fact = readonly [channel: string, message: unknown];

/** What goes between nodes. `hello` and `facts` carry all that their sender has to say of itself. */
type Packet =
  | { readonly from: string; readonly is: 'hello'; readonly facts: readonly Fact[]; readonly awayMs: number }
  | { readonly from: string; readonly is: 'facts'; readonly facts: readonly Fact[] }
  | { readonly from: string; readonly is: 'told'; readonly facts: readonly Fact[] }
  | { readonly from: string; readonly is: 'beat' | 'who' | 'bye' };

/**
 * Nodes over a broker that keeps nothing. Every node holds a copy of what the others told of themselves, for as long as
 * they beat; whoever was away says hello, and is told everything again. A node hears itself too: when it does not, it is
 * cut off, whatever its connection says.
 */
export class LinkedCluster extends Cluster implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly nodeId = randomUUID();
  private readonly logger = new Logger(LinkedCluster.name);
  private readonly listeners = new Map<string, Listener<unknown>>();
  private readonly heardAt = new Map<string, number>();
  private readonly stateListeners: (() => void)[] = [];
  private joined = false;
  private saying = false;
  private heardMyselfAt = 0;
  private awaySince = performance.now();
  private timer: NodeJS.Timeout | undefined;

  /** `name` keeps installations on one broker apart. */
  constructor(
    private readonly link: Link,
    private readonly name: string,
  ) {
    super();
  }

  get state(): ClusterState {
    return this.joined ? 'joined' : 'cut-off';
  }

  get others(): number {
    return this.heardAt.size;
  }

  onState(listener: () => void): void {
    this.stateListeners.push(listener);
  }

  open<Message>(name: string, listener: Listener<Message>): Channel<Message> {
    if (this.listeners.has(name)) throw new Error(`The channel ${name} is open already.`);
    this.listeners.set(name, listener as Listener<unknown>);
    return {
      tell: (message) => this.publish(this.everybody, { from: this.nodeId, is: 'told', facts: [[name, message]] }),
      send: async (nodeId, message) => {
        const packet: Packet = { from: this.nodeId, is: 'told', facts: [[name, message]] };
        return (await this.link.publish(this.channelOf(nodeId), JSON.stringify(packet))) > 0;
      },
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    await this.link.open([this.everybody, this.channelOf(this.nodeId)], {
      up: () => this.hello(),
      down: () => this.cutOff(),
      message: (text) => this.hear(text),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.publish(this.everybody, { from: this.nodeId, is: 'bye' });
    await this.link.close();
  }

  /** What a node of another version says may be of no use here; that must not end this one. */
  private hear(text: string): void {
    try {
      this.receive(JSON.parse(text) as Packet);
    } catch (error) {
      this.logger.error('What another node told was of no use.', stackOf(error));
    }
  }

  private receive(packet: Packet): void {
    if (packet.from === this.nodeId) {
      this.heardMyselfAt = performance.now();
      if (packet.is === 'hello') this.join();
      return;
    }
    const { from } = packet;
    const known = this.heardAt.has(from);
    if (packet.is === 'bye' || packet.is === 'hello') this.lose(from);
    if (packet.is === 'bye') return;
    this.heardAt.set(from, performance.now());
    if (packet.is === 'who' || packet.is === 'hello') this.publishFacts(from);
    if (!known && packet.is !== 'hello' && packet.is !== 'facts')
      this.publish(this.channelOf(from), { from: this.nodeId, is: 'who' });
    if ('facts' in packet) {
      for (const [channel, message] of packet.facts) this.listeners.get(channel)?.receive(message, from);
    }
    // What it told while it was away reached nobody.
    if (packet.is === 'hello') this.miss(packet.awayMs + MISSED_MARGIN_MS);
  }

  private hello(): void {
    this.saying = true;
    const awayMs = Math.round(performance.now() - this.awaySince);
    const packet: Packet = { from: this.nodeId, is: 'hello', facts: this.facts(), awayMs };
    void this.link.publish(this.everybody, JSON.stringify(packet)).finally(() => (this.saying = false));
  }

  /** Our own hello came back: from here on nothing of what the others tell is missed. */
  private join(): void {
    if (this.joined) return;
    this.turn(true);
    this.miss(performance.now() - this.awaySince + MISSED_MARGIN_MS);
  }

  private cutOff(): void {
    if (!this.joined) return;
    this.turn(false);
    this.awaySince = performance.now();
    for (const nodeId of [...this.heardAt.keys()]) this.lose(nodeId);
  }

  private turn(joined: boolean): void {
    this.joined = joined;
    for (const listener of this.stateListeners) listener();
  }

  private beat(): void {
    const now = performance.now();
    if (this.joined && now - this.heardMyselfAt > LEASE_MS) this.cutOff();
    if (!this.joined) {
      // The database is asked instead, as often as a beat; once there is a way again, this brings us back.
      this.miss(BEAT_MS + MISSED_MARGIN_MS);
      // A broker that takes it and answers nothing is not sent all that this node holds once more.
      if (!this.saying) this.hello();
      return;
    }
    this.publish(this.everybody, { from: this.nodeId, is: 'beat' });
    for (const [nodeId, at] of this.heardAt) if (now - at > LEASE_MS) this.lose(nodeId);
  }

  private lose(nodeId: string): void {
    if (!this.heardAt.delete(nodeId)) return;
    for (const listener of this.listeners.values()) listener.lost?.(nodeId);
  }

  private miss(withinMs: number): void {
    for (const listener of this.listeners.values()) listener.missed?.(withinMs);
  }

  private facts(): Fact[] {
    return [...this.listeners].flatMap(([channel, listener]) =>
      (listener.snapshot?.() ?? []).map((message) => [channel, message] as const),
    );
  }

  private publishFacts(to: string): void {
    this.publish(this.channelOf(to), { from: this.nodeId, is: 'facts', facts: this.facts() });
  }

  private publish(channel: string, packet: Packet): void {
    void this.link.publish(channel, JSON.stringify(packet));
  }

  private get everybody(): string {
    return channelOfAll(this.name);
  }

  private channelOf(nodeId: string): string {
    return `${this.name}:node:${nodeId}`;
  }
}
