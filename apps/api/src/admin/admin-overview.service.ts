import type { AdminOverview, AdminQueueItem, AdminRoom } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { LiveListService } from '../consults/live-list/live-list.service';
import {
  ConsultOverviewService,
  type OpenRoom,
  type WaitingConsult,
} from '../consults/overview/consult-overview.service';
import { NodesService } from '../nodes/nodes.service';
import { PresenceService } from '../presence/presence.service';
import { RoomsService } from '../rooms/rooms.service';

const LIST_MAX = 200;

/** What happens now: put together from what each part knows of itself. */
@Injectable()
export class AdminOverviewService {
  constructor(
    private readonly consults: ConsultOverviewService,
    private readonly liveList: LiveListService,
    private readonly rooms: RoomsService,
    private readonly presence: PresenceService,
    private readonly nodes: NodesService,
    private readonly clock: Clock,
  ) {}

  async overview(): Promise<AdminOverview> {
    const [counts, waiting, rooms] = await Promise.all([
      this.consults.counts(),
      this.consults.waiting(LIST_MAX),
      this.consults.rooms(LIST_MAX),
    ]);
    const nodes = this.nodes.list();
    return {
      at: this.clock.now().toISOString(),
      waiting: counts.waiting,
      oldestAskedAt: counts.oldest?.toISOString() ?? null,
      liveRooms: counts.live,
      sockets: nodes.reduce((sum, { sockets }) => sum + sockets, 0),
      mentorsOnline: this.liveList.mentorsByKind(),
      queue: waiting.map((consult) => this.toQueueItem(consult)),
      rooms: this.withSeats(rooms),
      nodes,
    };
  }

  private toQueueItem(consult: WaitingConsult): AdminQueueItem {
    const { id, kind, topic, language, pseudonym, needsApproval, readiness, createdAt, leaseMs, studentId } = consult;
    return {
      id,
      kind,
      topic,
      language,
      pseudonym,
      needsApproval,
      readiness,
      askedAt: createdAt.toISOString(),
      lease: this.presence.connectionsOf(studentId).length > 0 ? 'held' : 'running-out',
      leaseSeconds: Math.max(0, Math.round(leaseMs / 1000)),
      mentorsOnline: this.liveList.mentorsFor(id),
    };
  }

  private withSeats(rooms: readonly OpenRoom[]): AdminRoom[] {
    const seats = new Map<string, AdminRoom['seats']>(rooms.map(({ id }) => [id, []]));
    for (const { consultId, role, nodeId } of this.rooms.seats()) seats.get(consultId)?.push({ role, nodeId });
    return rooms.map(({ id, kind, status, since, mentorNickname }) => ({
      consultId: id,
      kind,
      status,
      since: since.toISOString(),
      mentor: mentorNickname ?? '',
      seats: seats.get(id) ?? [],
    }));
  }
}
