import type { ListCard } from '@ieum/signaling-protocol';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConsultEvents } from '../consult-events';
import { toListCard } from '../consult.mapper';
import type { ConsultRecord } from '../consult.record';
import { ConsultsService } from '../consults.service';
import { LiveListEvents } from './live-list-events';
import { LiveListView } from './live-list-view';
import { RecentIds } from './recent-ids';
import { shows, Subscribers, type ViewAudience } from './subscribers';
import { Throttle } from '../throttle';

/** At most two frames a second for a mentor, however many requests come and go. */
const FRAME_EVERY_MS = 500;
const MENTOR_COUNTS_EVERY_MS = 1000;
/** More consults than leave the list while one answer of the database is on its way. */
const LEFT_MAX = 10_000;

/**
 * The waiting consults, kept in memory and pushed. Mentors whose audiences are equal share a view, so that a change
 * is worked out and encoded once for all of them.
 */
@Injectable()
export class LiveListService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly waiting = new Map<string, ConsultRecord>();
  /** Consults that were told not to be waiting any more: what was changed before may be told after. */
  private readonly left = new RecentIds(LEFT_MAX);
  private readonly views = new Map<string, LiveListView>();
  private readonly subscribers = new Subscribers();
  private readonly toldCounts = new Map<string, number>();
  private readonly mentorCounts = new Throttle(MENTOR_COUNTS_EVERY_MS, () => this.tellMentorCounts());

  constructor(
    private readonly consults: ConsultsService,
    private readonly consultEvents: ConsultEvents,
    private readonly events: LiveListEvents,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.consultEvents.on('changed', (consult) => this.consultChanged(consult));
    for (const consult of await this.consults.waiting()) this.waiting.set(consult.id, consult);
  }

  onApplicationShutdown(): void {
    this.mentorCounts.stop();
    for (const view of this.views.values()) view.close();
  }

  /** Puts a mentor's connection on the view of its audience; from another one it was on, it is taken off. */
  subscribe(connectionId: string, mentorId: string, audience: ViewAudience): SubscribedView {
    this.unsubscribe(connectionId);
    const viewKey = this.subscribers.add(connectionId, mentorId, audience);
    const view = this.views.get(viewKey) ?? this.openView(viewKey, audience);
    this.mentorCounts.call();
    return { viewKey, ...view.snapshot() };
  }

  /** Takes a connection off its view; returns the view's key when it was on one. */
  unsubscribe(connectionId: string): string | undefined {
    const left = this.subscribers.remove(connectionId);
    if (!left) return undefined;
    if (left.wasLast) {
      this.views.get(left.viewKey)?.close();
      this.views.delete(left.viewKey);
    }
    this.mentorCounts.call();
    return left.viewKey;
  }

  /** How many mentors on the list now could accept this student's waiting consult; `undefined` if it is not waiting. */
  mentorsOnlineFor(studentId: string, consultId: string): number | undefined {
    const consult = this.waiting.get(consultId);
    return consult?.studentId === studentId ? this.subscribers.countMentorsFor(consult) : undefined;
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

  private tellMentorCounts(): void {
    for (const consult of this.waiting.values()) {
      const mentorsOnline = this.subscribers.countMentorsFor(consult);
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
