import type { Kind, ListCard } from '@ieum/signaling-protocol';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Channel, Cluster } from '../../cluster/cluster';
import { stackOf } from '../../common/stack-of';
import { ConsultEvents } from '../consult-events';
import { toListCard } from '../consult.mapper';
import type { ConsultRecord } from '../consult.record';
import { ConsultsService } from '../consults.service';
import { LiveListEvents } from './live-list-events';
import { LiveListView } from './live-list-view';
import { RecentIds } from './recent-ids';
import { shows, Subscribers, type Subscription, type ViewAudience } from './subscribers';
import { Throttle } from '../throttle';

/** At most two frames a second for a mentor, however many requests come and go. */
const FRAME_EVERY_MS = 500;
const MENTOR_COUNTS_EVERY_MS = 1000;
/** More consults than leave the list while one answer of the database is on its way. */
const LEFT_MAX = 10_000;

/** A mentor's connection that is, or is no more, on the list of its node. */
type SubscriptionChange = { readonly on: Subscription } | { readonly off: string };

/**
 * The waiting consults, kept in memory and pushed. Mentors whose audiences are equal share a view, so that a change
 * is worked out and encoded once for all of them.
 */
@Injectable()
export class LiveListService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LiveListService.name);
  private readonly waiting = new Map<string, ConsultRecord>();
  /** Consults that were told not to be waiting any more: what was changed before may be told after. */
  private readonly left = new RecentIds(LEFT_MAX);
  private readonly views = new Map<string, LiveListView>();
  private readonly subscribers = new Subscribers();
  /** Mentors on the lists of other nodes: they are counted, not sent anything. */
  private readonly elsewhere = new Map<string, Subscribers>();
  private readonly otherNodes: Channel<SubscriptionChange>;
  private readonly toldCounts = new Map<string, number>();
  private readonly mentorCounts = new Throttle(MENTOR_COUNTS_EVERY_MS, () => this.tellMentorCounts());

  constructor(
    private readonly consults: ConsultsService,
    private readonly consultEvents: ConsultEvents,
    private readonly events: LiveListEvents,
    cluster: Cluster,
  ) {
    this.otherNodes = cluster.open<SubscriptionChange>('live-list', {
      receive: (change, from) => this.changedElsewhere(change, from),
      lost: (nodeId) => {
        if (this.elsewhere.delete(nodeId)) this.mentorCounts.call();
      },
      snapshot: () => [...this.subscribers.connections()].map((on) => ({ on })),
      missed: () => {
        this.dropErased().catch((error: unknown) => {
          this.logger.warn('The live list was not compared with the database.', stackOf(error));
        });
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.consultEvents.on('changed', (consult) => this.consultChanged(consult));
    for (const consult of await this.consults.waiting()) this.consultChanged(consult);
  }

  /** Of a request that went with its account there is nothing left that could have changed. */
  private async dropErased(): Promise<void> {
    const before = [...this.waiting.values()];
    if (before.length === 0) return;
    const waiting = new Set((await this.consults.waiting()).map(({ id }) => id));
    for (const consult of before)
      if (!waiting.has(consult.id)) this.consultChanged({ ...consult, status: 'cancelled' });
  }

  onApplicationShutdown(): void {
    this.mentorCounts.stop();
    for (const view of this.views.values()) view.close();
  }

  /** Puts a mentor's connection on the view of its audience; from another one it was on, it is taken off. */
  subscribe(connectionId: string, mentorId: string, audience: ViewAudience): SubscribedView {
    this.unsubscribe(connectionId);
    const viewKey = this.subscribers.add(connectionId, mentorId, audience);
    this.otherNodes.tell({ on: { connectionId, mentorId, audience } });
    const view = this.views.get(viewKey) ?? this.openView(viewKey, audience);
    this.mentorCounts.call();
    return { viewKey, ...view.snapshot() };
  }

  /** Takes a connection off its view; returns the view's key when it was on one. */
  unsubscribe(connectionId: string): string | undefined {
    const left = this.subscribers.remove(connectionId);
    if (!left) return undefined;
    this.otherNodes.tell({ off: connectionId });
    if (left.wasLast) {
      this.views.get(left.viewKey)?.close();
      this.views.delete(left.viewKey);
    }
    this.mentorCounts.call();
    return left.viewKey;
  }

  /** How many requests of this kind wait, and since when the one that came first does. */
  waitingOf(kind: Kind): { count: number; oldestAt: Date | undefined } {
    let count = 0;
    let oldestAt: Date | undefined;
    for (const consult of this.waiting.values()) {
      if (consult.kind !== kind) continue;
      count += 1;
      if (!oldestAt || consult.createdAt < oldestAt) oldestAt = consult.createdAt;
    }
    return { count, oldestAt };
  }

  /** How many mentors on the list now could accept this student's waiting consult; `undefined` if it is not waiting. */
  mentorsOnlineFor(studentId: string, consultId: string): number | undefined {
    const consult = this.waiting.get(consultId);
    return consult?.studentId === studentId ? this.countMentorsFor(consult) : undefined;
  }

  /** How many mentors on the list now could accept this waiting consult. */
  mentorsFor(consultId: string): number {
    const consult = this.waiting.get(consultId);
    return consult ? this.countMentorsFor(consult) : 0;
  }

  /** How many mentors are on the list now, by what they offer. */
  mentorsByKind(): Record<Kind, number> {
    const count = (kind: Kind): number => {
      const mentors = new Set<string>();
      for (const subscribers of [this.subscribers, ...this.elsewhere.values()]) {
        subscribers.collectMentorsOffering(kind, mentors);
      }
      return mentors.size;
    };
    return {
      tutoring: count('tutoring'),
      speaking: count('speaking'),
      career: count('career'),
      counselling: count('counselling'),
    };
  }

  private openView(viewKey: string, audience: ViewAudience): LiveListView {
    const cards = [...this.waiting.values()].filter((consult) => shows(audience, consult)).map(toListCard);
    const view = new LiveListView(cards, (frame) => this.events.emit('frame', viewKey, frame), FRAME_EVERY_MS);
    this.views.set(viewKey, view);
    return view;
  }

  private consultChanged(consult: ConsultRecord): void {
    const known = this.waiting.get(consult.id);
    if (consult.status === 'waiting') {
      if (this.left.has(consult.id) || (known && known.revision >= consult.revision)) return;
      this.waiting.set(consult.id, consult);
      const card = toListCard(consult);
      this.eachViewThatShows(consult, (view) => view.put(card));
      return;
    }
    this.left.add(consult.id);
    if (known) {
      this.waiting.delete(consult.id);
      this.toldCounts.delete(consult.id);
      const reason = consult.status === 'cancelled' || consult.status === 'expired' ? consult.status : 'matched';
      this.eachViewThatShows(consult, (view) => view.remove(consult.id, reason));
    }
  }

  private eachViewThatShows(consult: ConsultRecord, act: (view: LiveListView) => void): void {
    for (const [viewKey, audience] of this.subscribers.views()) {
      const view = this.views.get(viewKey);
      if (view && shows(audience, consult)) act(view);
    }
  }

  /** Mentors, on whatever node, each once. */
  private countMentorsFor(consult: ConsultRecord): number {
    const mentors = new Set<string>();
    this.subscribers.collectMentorsFor(consult, mentors);
    for (const subscribers of this.elsewhere.values()) subscribers.collectMentorsFor(consult, mentors);
    return mentors.size;
  }

  private changedElsewhere(change: SubscriptionChange, nodeId: string): void {
    const subscribers = this.elsewhere.get(nodeId) ?? new Subscribers();
    this.elsewhere.set(nodeId, subscribers);
    subscribers.remove('off' in change ? change.off : change.on.connectionId);
    if ('on' in change) subscribers.add(change.on.connectionId, change.on.mentorId, change.on.audience);
    this.mentorCounts.call();
  }

  private tellMentorCounts(): void {
    for (const consult of this.waiting.values()) {
      const mentorsOnline = this.countMentorsFor(consult);
      if (this.toldCounts.get(consult.id) === mentorsOnline) continue;
      this.toldCounts.set(consult.id, mentorsOnline);
      this.events.emit('mentors', consult.studentId, { consultId: consult.id, mentorsOnline });
    }
  }
}

/** The view a connection was put on, with what it shows now. */
export interface SubscribedView {
  readonly viewKey: string;
  readonly rev: number;
  readonly cards: readonly ListCard[];
}
