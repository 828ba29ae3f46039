import type { RequestOf, RoomPeer } from '@ieum/signaling-protocol';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../common/clock';
import { stackOf } from '../common/stack-of';
import { type Channel, Cluster } from '../cluster/cluster';
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

/** What became of a seat, in the words of the node that gave it. */
type SeatChange =
  { readonly taken: Seat } | { readonly left: { connectionId: string; reason: 'left' | 'disconnected' } };

/** What a member finds on entering. */
export interface Entry {
  readonly consult: ConsultRecord;
  readonly seat: Seat;
  readonly others: readonly Seat[];
}

/** The private rooms of consults: who may enter, who is inside, and whom their signals may reach. */
@Injectable()
export class RoomsService implements OnApplicationBootstrap {
  private readonly logger = new Logger(RoomsService.name);
  private readonly registry = new RoomRegistry();
  private readonly nodeId: string;
  private readonly otherNodes: Channel<SeatChange>;

  constructor(
    private readonly consults: ConsultsService,
    private readonly consultEvents: ConsultEvents,
    private readonly visits: VisitsService,
    private readonly events: RoomEvents,
    private readonly clock: Clock,
    cluster: Cluster,
  ) {
    this.nodeId = cluster.nodeId;
    this.otherNodes = cluster.open<SeatChange>('seats', {
      receive: (change) => {
        if ('taken' in change) this.takenElsewhere(change.taken);
        else this.vacate(change.left.connectionId, change.left.reason);
      },
      lost: (nodeId) => {
        for (const seat of this.registry.seatsOn(nodeId)) this.vacate(seat.connectionId, 'disconnected');
      },
      snapshot: () => this.registry.seatsOn(this.nodeId).map((taken) => ({ taken })),
    });
  }

  onApplicationBootstrap(): void {
    this.consultEvents.on('changed', (consult) => {
      if (isOpen(consult.status)) return;
      for (const seat of this.registry.clear(consult.id)) {
        void this.visits.leave(seat.consultId, seat.userId);
        // A seat that was just taken may reach another node after the end of its consult.
        if (this.isHere(seat)) this.otherNodes.tell({ left: { connectionId: seat.connectionId, reason: 'left' } });
      }
    });
  }

  /** Seats a member, decided by the database each time, and starts the consult once both are here. */
  async join(userId: string, connectionId: string, { consultId, peerId, resume }: JoinRequest): Promise<Entry> {
    const consult = await this.consults.getRecord(userId, consultId);
    const role = roleOf(consult, userId);
    if (!role || !hasRoom(consult.status)) throw roomNotOpen();
    if (this.registry.seatOf(connectionId)?.consultId !== consultId) this.leave(connectionId);
    if (resume && this.registry.isHeldByAnotherPeer(consultId, userId, peerId)) throw replaced();
    const nickname = nicknameOf(consult, role);
    const place = { connectionId, nodeId: this.nodeId, order: this.registry.nextOrder(this.clock.now().getTime()) };
    const seat: Seat = { peerId, consultId, kind: consult.kind, userId, role, nickname, ...place };
    const previous = this.registry.sit(seat);
    this.otherNodes.tell({ taken: seat });
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
    if (!seat) return;
    this.otherNodes.tell({ left: { connectionId, reason: 'left' } });
    void this.visits.leave(seat.consultId, seat.userId);
  }

  /** The member's connection was lost: their media may well go on, so they are only said to be disconnected. */
  disconnect(connectionId: string): void {
    const seat = this.vacate(connectionId, 'disconnected');
    if (!seat) return;
    this.otherNodes.tell({ left: { connectionId, reason: 'disconnected' } });
    void this.visits.lose(seat.consultId, seat.userId);
  }

  /** Who sits where, on all nodes. */
  seats(): Seat[] {
    return this.registry.seats();
  }

  /** Rooms with somebody in them on any node, and the seats that this node gave. */
  occupancy(): { rooms: number; seatsHere: number } {
    return { rooms: this.registry.roomCount, seatsHere: this.registry.seatsOn(this.nodeId).length };
  }

  isSeated(connectionId: string): boolean {
    return this.registry.seatOf(connectionId) !== undefined;
  }

  /** The seat of a connection, whose holder the database has let in. @throws DomainError `rooms/not-joined` */
  seatOf(connectionId: string): Seat {
    const seat = this.registry.seatOf(connectionId);
    if (!seat) throw notJoined();
    return seat;
  }

  /** Where a signal of this connection to that peer goes: only ever to another seat of the sender's own room. */
  route(connectionId: string, toPeerId: string): { from: Seat; to: Seat } {
    const from = this.seatOf(connectionId);
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

  /** On another node: its holder is told there, the others who sit here are told here. */
  private takenElsewhere(seat: Seat): void {
    const copied = this.registry.copy(seat);
    if (copied === 'late') return;
    const others = this.registry.othersOf(seat);
    this.announce(seat, copied.previous, others);
    // From here on that node records the visit.
    void this.visits.leave(seat.consultId, seat.userId);
    // Both may have entered at once, each before it was told of the other.
    if (others.some((other) => this.isHere(other))) {
      this.consults.startIfMatched(seat.consultId).catch((error: unknown) => {
        this.logger.warn('A consult was not started yet.', stackOf(error));
      });
    }
  }

  private isHere(seat: Seat): boolean {
    return seat.nodeId === this.nodeId;
  }

  /** The consult may have been closed while its member was entering. */
  private async stillOpen(seat: Seat): Promise<ConsultRecord> {
    const consult = await this.consults.getRecord(seat.userId, seat.consultId);
    if (!isOpen(consult.status)) throw roomNotOpen();
    return consult;
  }

  private announce(seat: Seat, previous: Seat | undefined, others: readonly Seat[]): void {
    const isAnother = previous && previous.connectionId !== seat.connectionId && previous.peerId !== seat.peerId;
    if (isAnother && this.isHere(previous)) {
      this.events.emit('replaced', previous);
    }
    for (const other of others) {
      if (!this.isHere(other)) continue;
      if (previous && previous.peerId !== seat.peerId) this.events.emit('left', other, previous.peerId, 'replaced');
      this.events.emit('joined', other, toRoomPeer(other, seat));
    }
  }

  private vacate(connectionId: string, reason: 'left' | 'disconnected'): Seat | undefined {
    const seat = this.registry.seatOf(connectionId);
    if (!seat) return undefined;
    const others = this.registry.othersOf(seat);
    this.registry.stand(connectionId);
    for (const other of others) if (this.isHere(other)) this.events.emit('left', other, seat.peerId, reason);
    return seat;
  }
}

/** `other` as the holder of `self` sees it. */
export function toRoomPeer(self: Seat, other: Seat): RoomPeer {
  return { peerId: other.peerId, nickname: other.nickname, role: other.role, polite: isPolite(self) };
}
