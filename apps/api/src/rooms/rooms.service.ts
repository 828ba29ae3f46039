import type { RequestOf, RoomPeer } from '@ieum/signaling-protocol';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConsultEvents } from '../consults/consult-events';
import { nicknameOf, roleOf } from '../consults/consult.mapper';
import type { ConsultRecord } from '../consults/consult.record';
import { hasRoom, isOpen } from '../consults/consult-status';
import { ConsultsService } from '../consults/consults.service';
import { isPolite, RoomRegistry, type Seat } from './room-registry';
import { RoomEvents } from './room-events';
import { documentNotRelayed, notJoined, peerNotFound, replaced, roomNotOpen } from './rooms.errors';
import { VisitsService } from './visits.service';

type JoinRequest = RequestOf<'room:join'>;

/** What a member finds on entering. */
export interface Entry {
  readonly consult: ConsultRecord;
  readonly seat: Seat;
  readonly others: readonly Seat[];
}

/** The private rooms of consults: who may enter, who is inside, and whom their signals may reach. */
@Injectable()
export class RoomsService implements OnApplicationBootstrap {
  private readonly registry = new RoomRegistry();

  constructor(
    private readonly consults: ConsultsService,
    private readonly consultEvents: ConsultEvents,
    private readonly visits: VisitsService,
    private readonly events: RoomEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.consultEvents.on('changed', (consult) => {
      if (isOpen(consult.status)) return;
      for (const seat of this.registry.clear(consult.id)) void this.visits.leave(seat.consultId, seat.userId);
    });
  }

  /** Seats a member, decided by the database each time, and starts the consult once both are here. */
  async join(userId: string, connectionId: string, { consultId, peerId, resume }: JoinRequest): Promise<Entry> {
    const consult = await this.consults.getRecord(userId, consultId);
    const role = roleOf(consult, userId);
    if (!role || !hasRoom(consult.status)) throw roomNotOpen();
    if (this.registry.seatOf(connectionId)?.consultId !== consultId) this.leave(connectionId);
    if (resume && this.registry.isHeldByAnotherPeer(consultId, userId, peerId)) throw replaced();
    const { kind } = consult;
    const seat: Seat = { peerId, consultId, kind, userId, role, nickname: nicknameOf(consult, role), connectionId };
    const previous = this.registry.sit(seat);
    const others = this.registry.othersOf(seat);
    this.announce(seat, previous, others);
    try {
      await this.visits.arrive(consultId, userId);
      if (others.length > 0) await this.consults.startIfMatched(consultId);
      return { consult: await this.stillOpen(seat), seat, others };
    } catch (error) {
      this.leave(connectionId);
      throw error;
    }
  }

  /** The member leaves on purpose. */
  leave(connectionId: string): void {
    const seat = this.vacate(connectionId, 'left');
    if (seat) void this.visits.leave(seat.consultId, seat.userId);
  }

  /** The member's connection was lost: their media may well go on, so they are only said to be disconnected. */
  disconnect(connectionId: string): void {
    const seat = this.vacate(connectionId, 'disconnected');
    if (seat) void this.visits.lose(seat.consultId, seat.userId);
  }

  isSeated(connectionId: string): boolean {
    return this.registry.seatOf(connectionId) !== undefined;
  }

  /** Where a signal of this connection to that peer goes: only ever to another seat of the sender's own room. */
  route(connectionId: string, toPeerId: string): { from: Seat; to: Seat } {
    const from = this.registry.seatOf(connectionId);
    if (!from) throw notJoined();
    const to = this.registry.otherBy(toPeerId, from);
    if (!to) throw peerNotFound();
    return { from, to };
  }

  /** Where a frame of the document goes. What is said in counselling is nobody else's: it passes through no server. */
  routeDocument(connectionId: string, toPeerId: string): { from: Seat; to: Seat } {
    const route = this.route(connectionId, toPeerId);
    if (route.from.kind === 'counselling') throw documentNotRelayed();
    return route;
  }

  /** The consult may have been closed while its member was entering. */
  private async stillOpen(seat: Seat): Promise<ConsultRecord> {
    const consult = await this.consults.getRecord(seat.userId, seat.consultId);
    if (!isOpen(consult.status)) throw roomNotOpen();
    return consult;
  }

  private announce(seat: Seat, previous: Seat | undefined, others: readonly Seat[]): void {
    if (previous && previous.connectionId !== seat.connectionId && previous.peerId !== seat.peerId) {
      this.events.emit('replaced', previous);
    }
    for (const other of others) {
      if (previous && previous.peerId !== seat.peerId) this.events.emit('left', other, previous.peerId, 'replaced');
      this.events.emit('joined', other, toRoomPeer(other, seat));
    }
  }

  private vacate(connectionId: string, reason: 'left' | 'disconnected'): Seat | undefined {
    const seat = this.registry.seatOf(connectionId);
    if (!seat) return undefined;
    const others = this.registry.othersOf(seat);
    this.registry.stand(connectionId);
    for (const other of others) this.events.emit('left', other, seat.peerId, reason);
    return seat;
  }
}

/** `other` as the holder of `self` sees it. */
export function toRoomPeer(self: Seat, other: Seat): RoomPeer {
  return { peerId: other.peerId, nickname: other.nickname, role: other.role, polite: isPolite(self) };
}
