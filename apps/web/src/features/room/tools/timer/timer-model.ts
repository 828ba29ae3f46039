import type { Clock } from '@ieum/webrtc-client';
import type { Transaction } from 'yjs';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel } from '../tool';
import { Countdown, countdownOf, NO_COUNTDOWN, paused, remainingMs, reset, started, statusOf } from './countdown';
import type { CountdownStatus } from './countdown';

export interface TimerSnapshot {
  readonly countdown: Countdown;
  readonly status: CountdownStatus;
  readonly unread: number;
  /** What is to be told: it ended here just now, or the other side started it. */
  readonly news: 'over' | 'started' | null;
}

export interface TimerModelOptions {
  readonly shared: Pick<SharedDocument, 'document' | 'isPartner' | 'partnerWroteIn'>;
  readonly clock: Clock;
  /** Milliseconds since the epoch by the server's clock, which both sides know. */
  readonly serverNow: () => number;
  /** It ended just now, while somebody was in the room. */
  readonly onOver: () => void;
}

const PART = 'timer';
const KEY = 'countdown';

/** A countdown that both sides see and can start, pause and reset: a part of the room's document. */
export class TimerModel extends SnapshotSource<TimerSnapshot> implements ToolModel {
  readonly #options: TimerModelOptions;
  readonly #map;
  #cancel: (() => void) | null = null;
  #visible = false;

  constructor(options: TimerModelOptions) {
    super({ countdown: NO_COUNTDOWN, status: 'idle', unread: 0, news: null });
    this.#options = options;
    this.#map = options.shared.document.doc.getMap<unknown>(PART);
    this.#map.observe(this.#changed);
    this.#take(options.shared.partnerWroteIn(PART));
  }

  readonly unread = (): number => this.snapshot.unread;

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.update({ unread: 0 });
  }

  close(): void {
    this.#cancel?.();
    this.#map.unobserve(this.#changed);
  }

  /** `false`: it cannot be so long. */
  choose(minutes: number): boolean {
    const countdown = countdownOf(minutes);
    if (countdown) this.#write(countdown);
    return countdown !== null;
  }

  start(): void {
    this.#write(started(this.snapshot.countdown, this.#options.serverNow()));
  }

  pause(): void {
    this.#write(paused(this.snapshot.countdown, this.#options.serverNow()));
  }

  reset(): void {
    this.#write(reset(this.snapshot.countdown));
  }

  #write(countdown: Countdown): void {
    this.#map.set(KEY, countdown);
  }

  readonly #changed = (_event: unknown, { origin }: Transaction): void =>
    this.#take(this.#options.shared.isPartner(origin));

  #take(fromPartner: boolean): void {
    const countdown = Countdown.safeParse(this.#map.get(KEY)).data ?? NO_COUNTDOWN;
    const status = statusOf(countdown, this.#options.serverNow());
    const isStart = fromPartner && status === 'running';
    const unread = isStart && !this.#visible ? 1 : this.snapshot.unread;
    this.update({ countdown, status, unread, news: isStart ? 'started' : null });
    this.#waitForEnd();
  }

  /** A timer of the browser may be early, and late as much as the page slept. */
  #waitForEnd(): void {
    this.#cancel?.();
    this.#cancel = null;
    const { countdown, status } = this.snapshot;
    if (status !== 'running') return;
    const { clock, serverNow, onOver } = this.#options;
    this.#cancel = clock.setTimeout(
      () => {
        if (statusOf(countdown, serverNow()) === 'running') return this.#waitForEnd();
        this.update({ status: 'over', news: 'over', unread: this.#visible ? 0 : 1 });
        return onOver();
      },
      remainingMs(countdown, serverNow()),
    );
  }
}
