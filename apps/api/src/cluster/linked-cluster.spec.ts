import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Channel, Listener } from './cluster';
import type { Link, LinkEvents } from './link';
import { LinkedCluster } from './linked-cluster';

/** A broker in memory: what is published is heard at once, by who is connected. */
class Broker {
  readonly links = new Set<FakeLink>();
  /** Everybody hears only themselves. */
  split = false;
}

class FakeLink implements Link {
  private channels: readonly string[] = [];
  private events: LinkEvents | undefined;
  connected = true;
  /** Connected, but nothing comes through. */
  deaf = false;

  constructor(private readonly broker: Broker) {}

  open(channels: readonly string[], events: LinkEvents): Promise<void> {
    this.channels = channels;
    this.events = events;
    this.broker.links.add(this);
    if (this.connected) events.up();
    return Promise.resolve();
  }

  publish(channel: string, text: string): Promise<number> {
    if (!this.connected) return Promise.resolve(0);
    const heard = [...this.broker.links].filter((link) => link.hears(channel) && (link === this || !this.broker.split));
    for (const link of heard) link.events?.message(text);
    return Promise.resolve(heard.length);
  }

  close(): Promise<void> {
    this.broker.links.delete(this);
    return Promise.resolve();
  }

  drop(): void {
    this.connected = false;
    this.events?.down();
  }

  restore(): void {
    this.connected = true;
    this.events?.up();
  }

  private hears(channel: string): boolean {
    return this.connected && !this.deaf && this.channels.includes(channel);
  }
}

/** A node with one channel, and what it knows of the others by it. */
class Node {
  readonly link: FakeLink;
  readonly cluster: LinkedCluster;
  readonly channel: Channel<string>;
  readonly mine: string[] = [];
  readonly known = new Map<string, string[]>();
  readonly missed: number[] = [];

  constructor(broker: Broker) {
    this.link = new FakeLink(broker);
    this.cluster = new LinkedCluster(this.link, 'test');
    this.channel = this.cluster.open('words', {
      receive: (word, from) => void this.known.set(from, [...(this.known.get(from) ?? []), word]),
      lost: (nodeId) => void this.known.delete(nodeId),
      snapshot: () => this.mine,
      missed: (withinMs) => void this.missed.push(withinMs),
    } satisfies Listener<string>);
  }

  say(word: string): void {
    this.mine.push(word);
    this.channel.tell(word);
  }

  of(other: Node): string[] | undefined {
    return this.known.get(other.cluster.nodeId);
  }
}

describe('nodes over a link', () => {
  let broker: Broker;
  let a: Node;
  let b: Node;
  beforeEach(async () => {
    jest.useFakeTimers();
    broker = new Broker();
    [a, b] = [new Node(broker), new Node(broker)];
    a.mine.push('before');
    for (const node of [a, b]) await node.cluster.onApplicationBootstrap();
  });
  afterEach(async () => {
    for (const node of [a, b]) await node.cluster.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('tell the one that comes what they hold, and each other every change after it, in order', () => {
    expect(b.of(a)).toEqual(['before']);
    a.say('one');
    a.say('two');
    b.say('three');
    expect(b.of(a)).toEqual(['before', 'one', 'two']);
    expect(a.of(b)).toEqual(['three']);
    expect([a.cluster.state, a.cluster.others, b.cluster.others]).toEqual(['joined', 1, 1]);
  });

  it('send to one node alone, and know when it is not there', async () => {
    expect(await a.channel.send(b.cluster.nodeId, 'for you')).toBe(true);
    expect(b.of(a)).toEqual(['before', 'for you']);
    expect(await a.channel.send('nobody', 'hello?')).toBe(false);
    a.link.drop();
    expect(await a.channel.send(b.cluster.nodeId, 'hello?')).toBe(false);
  });

  it('take back what a node told once it says goodbye', async () => {
    await b.cluster.onApplicationShutdown();
    expect(a.cluster.others).toBe(0);
  });

  it('take it back five seconds after a node was heard last', () => {
    a.say('here');
    a.link.connected = false;
    jest.advanceTimersByTime(5000);
    expect(b.of(a)).toEqual(['before', 'here']);
    jest.advanceTimersByTime(1001);
    expect(b.of(a)).toBeUndefined();
  });

  it('that lose the link know nobody, ask the database each second, and are told all when it is back', () => {
    a.link.drop();
    expect([a.cluster.state, a.cluster.others, a.of(b)]).toEqual(['cut-off', 0, undefined]);
    a.missed.length = 0;
    jest.advanceTimersByTime(3000);
    expect(a.missed).toEqual([6000, 6000, 6000]);
    b.say('meanwhile');
    a.say('unheard');
    b.missed.length = 0;
    a.link.restore();
    expect(a.of(b)).toEqual(['meanwhile']);
    expect(b.of(a)).toEqual(['before', 'unheard']);
    expect(a.missed.at(-1)).toBeGreaterThanOrEqual(8000);
    expect(b.missed).toEqual([expect.any(Number)]);
    expect(b.missed[0]).toBeGreaterThanOrEqual(8000);
  });

  it('that hear not even themselves are cut off, whatever the link says', async () => {
    a.link.deaf = true;
    await jest.advanceTimersByTimeAsync(6001);
    expect([a.cluster.state, a.cluster.others]).toEqual(['cut-off', 0]);
    a.link.deaf = false;
    await jest.advanceTimersByTimeAsync(1000);
    expect(a.cluster.state).toBe('joined');
    expect(b.of(a)).toEqual(['before']);
  });

  it('say hello once to a link that takes it and answers nothing', async () => {
    const published: string[] = [];
    a.link.deaf = true;
    await jest.advanceTimersByTimeAsync(6001);
    a.link.publish = (_channel, text) => {
      published.push(text);
      return new Promise(() => undefined);
    };
    await jest.advanceTimersByTimeAsync(10_000);
    expect(published.filter((text) => text.includes('"hello"'))).toHaveLength(1);
  });

  it('that took each other for gone are told everything again, both of them', () => {
    broker.split = true;
    jest.advanceTimersByTime(6001);
    expect([a.cluster.others, b.cluster.others]).toEqual([0, 0]);
    expect([a.cluster.state, b.cluster.state]).toEqual(['joined', 'joined']);
    b.mine.push('still here');
    broker.split = false;
    jest.advanceTimersByTime(1000);
    expect(a.of(b)).toEqual(['still here']);
    expect(b.of(a)).toEqual(['before']);
  });

  it('bear what they cannot read', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    await b.link.publish('test:all', 'not json');
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
    a.say('and go on');
    expect(b.of(a)).toEqual(['before', 'and go on']);
  });

  it('ask who it is when somebody speaks whom they took for gone', () => {
    jest.spyOn(b.link, 'publish').mockResolvedValue(0);
    jest.advanceTimersByTime(6001);
    expect(a.cluster.others).toBe(0);
    jest.mocked(b.link.publish).mockRestore();
    b.mine.push('still here');
    jest.advanceTimersByTime(1000);
    expect(a.of(b)).toEqual(['still here']);
  });
});
