import type { Kind, ConsultRole } from '@ieum/signaling-protocol';
import { peerIdTaken } from './rooms.errors';

/** One member's place in a room: at most one a user, held by one connection. */
export interface Seat {
  readonly peerId: string;
  readonly consultId: string;
  readonly kind: Kind;
  readonly userId: string;
  readonly role: ConsultRole;
  readonly nickname: string;
  readonly connectionId: string;
  /** The node that the connection is to. */
  readonly nodeId: string;
  /** Which of two seats of one user, taken at once on two nodes, is the later one. */
  readonly order: number;
}

/**
 * Who sits in which room: the seats of this node, and a copy of those that others tell of. Pure memory: membership itself
 * is the database's to decide.
 */
export class RoomRegistry {
  private readonly rooms = new Map<string, Map<string, Seat>>();
  private readonly byConnection = new Map<string, Seat>();
  private lastOrder = 0;

  /**
   * Gives the user their seat and returns the one they had before, if any, whatever tab or connection held it.
   * @throws DomainError `rooms/peer-id-taken` when another user of the room has this peer id.
   */
  sit(seat: Seat): Seat | undefined {
    for (const other of this.othersOf(seat)) if (other.peerId === seat.peerId) throw peerIdTaken();
    return this.place(seat);
  }

  /** Takes over a seat that another node gave; `late` when its user has taken a later one meanwhile. */
  copy(seat: Seat): { previous: Seat | undefined } | 'late' {
    const current = this.rooms.get(seat.consultId)?.get(seat.userId);
    if (current && !isLater(seat, current)) return 'late';
    return { previous: this.place(seat) };
  }

  /**
   * Later than every seat that was seen here, and, by the time of day, than those that a node which has just come was not told
   * of yet. `nowMs`: milliseconds since the epoch.
   */
  nextOrder(nowMs: number): number {
    return Math.max(this.lastOrder + 1, nowMs);
  }

  private place(seat: Seat): Seat | undefined {
    this.lastOrder = Math.max(this.lastOrder, seat.order);
    const room = this.rooms.get(seat.consultId) ?? new Map<string, Seat>();
    const previous = room.get(seat.userId);
    if (previous) this.byConnection.delete(previous.connectionId);
    room.set(seat.userId, seat);
    this.rooms.set(seat.consultId, room);
    this.byConnection.set(seat.connectionId, seat);
    return previous;
  }

  /** Frees the seat that this connection holds. */
  stand(connectionId: string): Seat | undefined {
    const seat = this.byConnection.get(connectionId);
    if (!seat) return undefined;
    this.byConnection.delete(connectionId);
    const room = this.rooms.get(seat.consultId);
    room?.delete(seat.userId);
    if (room?.size === 0) this.rooms.delete(seat.consultId);
    return seat;
  }

  /** Frees every seat of a room that closed. */
  clear(consultId: string): Seat[] {
    const seats = [...(this.rooms.get(consultId)?.values() ?? [])];
    for (const seat of seats) this.byConnection.delete(seat.connectionId);
    this.rooms.delete(consultId);
    return seats;
  }

  get roomCount(): number {
    return this.rooms.size;
  }

  /** Every seat that a node gave. */
  seatsOn(nodeId: string): Seat[] {
    return [...this.byConnection.values()].filter((seat) => seat.nodeId === nodeId);
  }

  /** Every seat, whichever node gave it. */
  seats(): Seat[] {
    return [...this.byConnection.values()];
  }

  seatOf(connectionId: string): Seat | undefined {
    return this.byConnection.get(connectionId);
  }

  /** Whether the user sits in this room already, as another peer. */
  isHeldByAnotherPeer(consultId: string, userId: string, peerId: string): boolean {
    const seat = this.rooms.get(consultId)?.get(userId);
    return seat !== undefined && seat.peerId !== peerId;
  }

  /** Another member's seat in the room of this one, by peer id. */
  otherBy(peerId: string, seat: Seat): Seat | undefined {
    for (const other of this.rooms.get(seat.consultId)?.values() ?? []) {
      if (other.peerId === peerId && other.userId !== seat.userId) return other;
    }
    return undefined;
  }

  /** The others in the room of this seat. */
  othersOf(seat: Seat): Seat[] {
    const others: Seat[] = [];
    for (const other of this.rooms.get(seat.consultId)?.values() ?? [])
      if (other.userId !== seat.userId) others.push(other);
    return others;
  }
}

/** The same on every node; a seat that is told again is no later than itself. */
function isLater(seat: Seat, than: Seat): boolean {
  return seat.order === than.order ? seat.nodeId > than.nodeId : seat.order > than.order;
}

/** Which of a pair is the polite one (W3C WebRTC 10.7): the mentor, for the student's tab offers while it waits. */
export function isPolite(self: Seat): boolean {
  return self.role === 'mentor';
}
