import { KINDS } from '@ieum/signaling-protocol';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SessionEvents } from '../auth/session-events';
import { Clock } from '../common/clock';
import { ConsultEvents } from '../consults/consult-events';
import { LiveListService } from '../consults/live-list/live-list.service';
import { RoomsService } from '../rooms/rooms.service';
import { Metrics } from './metrics';

/** How long students wait, in seconds: from at once to longer than anybody should. */
const WAITED_SECONDS = [5, 15, 30, 60, 120, 300, 600, 1200, 3600];

/** Who waits, who is helped, who was turned away. */
@Injectable()
export class ConsultMetrics implements OnApplicationBootstrap {
  constructor(
    private readonly metrics: Metrics,
    private readonly consults: ConsultEvents,
    private readonly liveList: LiveListService,
    private readonly rooms: RoomsService,
    private readonly sessions: SessionEvents,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.watchQueue();
    this.watchAccepts();
    const { rooms } = this;
    this.metrics.gauge({
      name: 'ieum_rooms',
      help: 'Rooms that somebody sits in, on whatever node: the same on all.',
      collect() {
        this.set(rooms.occupancy().rooms);
      },
    });
    this.metrics.gauge({
      name: 'ieum_seats',
      help: 'People who sit in rooms by a socket of this node.',
      collect() {
        this.set(rooms.occupancy().seatsHere);
      },
    });
    const refused = this.metrics.counter({
      name: 'ieum_sign_ins_refused_total',
      help: 'Tries to sign in that were refused, by why.',
      labelNames: ['reason'],
    });
    for (const reason of ['credentials', 'rate-limited']) refused.inc({ reason }, 0);
    this.sessions.on('refused', (reason) => refused.inc({ reason }));
  }

  private watchQueue(): void {
    const { liveList, clock } = this;
    this.metrics.gauge({
      name: 'ieum_waiting_consults',
      help: 'Requests that wait for a mentor: the same on every node.',
      labelNames: ['kind'],
      collect() {
        for (const kind of KINDS) this.set({ kind }, liveList.waitingOf(kind).count);
      },
    });
    this.metrics.gauge({
      name: 'ieum_waiting_oldest_seconds',
      help: 'How long the request has waited that waits longest; 0 when none does.',
      labelNames: ['kind'],
      collect() {
        const now = clock.now().getTime();
        for (const kind of KINDS) {
          const { oldestAt } = liveList.waitingOf(kind);
          this.set({ kind }, oldestAt ? Math.max(0, now - oldestAt.getTime()) / 1000 : 0);
        }
      },
    });
  }

  private watchAccepts(): void {
    const accepts = this.metrics.counter({
      name: 'ieum_accepts_total',
      help: 'Requests that a mentor of this node took.',
    });
    const waited = this.metrics.histogram({
      name: 'ieum_accept_wait_seconds',
      help: 'How long they had waited then.',
      buckets: WAITED_SECONDS,
    });
    const lost = this.metrics.counter({
      name: 'ieum_accept_races_lost_total',
      help: 'Mentors who wanted one that another had just taken.',
    });
    this.consults.on('accepted', (waitedMs) => {
      accepts.inc();
      waited.observe(waitedMs / 1000);
    });
    this.consults.on('race-lost', () => lost.inc());
  }
}
