import { Injectable } from '@nestjs/common';
import { PresenceEvents } from './presence-events';

/** Who is connected to this node, by the connections they hold. */
@Injectable()
export class PresenceService {
  private readonly connections = new Map<string, Set<string>>();

  constructor(private readonly events: PresenceEvents) {}

  connect(userId: string, connectionId: string): void {
    const held = this.connections.get(userId);
    if (held) {
      held.add(connectionId);
      return;
    }
    this.connections.set(userId, new Set([connectionId]));
    this.events.emit('online', userId);
  }

  disconnect(userId: string, connectionId: string): void {
    const held = this.connections.get(userId);
    if (!held?.delete(connectionId) || held.size > 0) return;
    this.connections.delete(userId);
  }

  /** A user's connections, oldest first. */
  connectionsOf(userId: string): readonly string[] {
    return [...(this.connections.get(userId) ?? [])];
  }

  onlineUserIds(): string[] {
    return [...this.connections.keys()];
  }
}
