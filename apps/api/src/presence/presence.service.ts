import { Injectable } from '@nestjs/common';
import { type Channel, Cluster } from '../cluster/cluster';
import { PresenceEvents } from './presence-events';

/** A connection of a user, in the words of its node. */
interface Connection {
  readonly userId: string;
  readonly connectionId: string;
  /** When it was made, by its node's clock. */
  readonly at: number;
}

interface Held {
  readonly nodeId: string;
  readonly at: number;
}

type Change = { readonly made: Connection } | { readonly lost: Pick<Connection, 'userId' | 'connectionId'> };

/** Who is connected, by the connections they hold, on this node and on the others. */
@Injectable()
export class PresenceService {
  private readonly connections = new Map<string, Map<string, Held>>();
  private readonly others: Channel<Change>;
  private readonly nodeId: string;

  constructor(
    private readonly events: PresenceEvents,
    cluster: Cluster,
  ) {
    this.nodeId = cluster.nodeId;
    this.others = cluster.open<Change>('presence', {
      receive: (change, from) => {
        if ('made' in change) this.add(change.made, from);
        else this.remove(change.lost.userId, change.lost.connectionId);
      },
      lost: (nodeId) => this.forget(nodeId),
      snapshot: () => [...this.ownConnections()].map((made) => ({ made })),
    });
  }

  connect(userId: string, connectionId: string): void {
    const first = !this.isHere(userId);
    const made = { userId, connectionId, at: Date.now() };
    this.others.tell({ made });
    this.add(made, this.nodeId);
    if (first) this.events.emit('online', userId);
  }

  disconnect(userId: string, connectionId: string): void {
    this.remove(userId, connectionId);
    this.others.tell({ lost: { userId, connectionId } });
  }

  /** A user's connections to any node, oldest first. */
  connectionsOf(userId: string): readonly string[] {
    const held = [...(this.connections.get(userId) ?? [])];
    return held.sort(([, a], [, b]) => a.at - b.at).map(([connectionId]) => connectionId);
  }

  /** Users connected to this node: the other nodes know theirs. */
  onlineUserIds(): string[] {
    return [...this.connections.keys()].filter((userId) => this.isHere(userId));
  }

  /** How many connections this node has. */
  connectionsHere(): number {
    return [...this.ownConnections()].length;
  }

  private isHere(userId: string): boolean {
    for (const { nodeId } of this.connections.get(userId)?.values() ?? []) if (nodeId === this.nodeId) return true;
    return false;
  }

  private add({ userId, connectionId, at }: Connection, nodeId: string): void {
    const held = this.connections.get(userId) ?? new Map<string, Held>();
    held.set(connectionId, { nodeId, at });
    this.connections.set(userId, held);
    this.events.emit('connected', userId);
  }

  private remove(userId: string, connectionId: string): void {
    const held = this.connections.get(userId);
    if (held?.delete(connectionId) && held.size === 0) this.connections.delete(userId);
  }

  private forget(goneId: string): void {
    for (const [userId, held] of this.connections) {
      for (const [connectionId, { nodeId }] of held) if (nodeId === goneId) this.remove(userId, connectionId);
    }
  }

  private *ownConnections(): Generator<Connection> {
    for (const [userId, held] of this.connections) {
      for (const [connectionId, { nodeId, at }] of held) {
        if (nodeId === this.nodeId) yield { userId, connectionId, at };
      }
    }
  }
}
