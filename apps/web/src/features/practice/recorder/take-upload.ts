import type { Recording } from '@ieum/api-contract';
import type { Clock } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import type { KeptTake, Slice } from './kept-take';
import type { TakeSummary } from './recorder-ports';
import type { RecordingServer } from './recording-server';
import { isRepairable, mayPass, retryDelay } from './retry-plan';

/**
 * - `waiting`: what there is has arrived; more is to come
 * - `sending`
 * - `retrying`: it did not go well, and is tried again by itself
 * - `refused`: it will not go well by itself; `error` says why
 * - `stored`: all has arrived and is one recording
 */
export type UploadStatus = 'waiting' | 'sending' | 'retrying' | 'refused' | 'stored';

export interface UploadState {
  readonly status: UploadStatus;
  readonly sentBytes: number;
  readonly error: unknown;
  readonly recording: Recording | null;
}

export interface TakeUploadOptions {
  readonly take: Pick<KeptTake, 'id' | 'questionId' | 'contentType'>;
  /** `null`: it is not on this device any more. */
  readonly read: (index: number) => Promise<Slice | null>;
  readonly server: RecordingServer;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** Calls `listener` when the network came back. Returns the function that stops it. */
  readonly onOnline: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

type Request = () => Promise<void>;

/**
 * Brings one take to the server: slice by slice in their order, one at a time, while it is still being recorded. After each
 * failure the server is asked what it has.
 */
export class TakeUpload extends SnapshotSource<UploadState> {
  readonly #options: TakeUploadOptions;
  readonly #sizes: number[] = [];
  readonly #stopListening: () => void;
  /** What has arrived; `null`: the server has to be asked. */
  #arrived: Set<number> | null = null;
  #all: TakeSummary | null = null;
  #begun = false;
  #running = false;
  #stopped = false;
  #failures = 0;
  #repairs = 0;
  #notBefore = 0;
  #cancelTimer: () => void = () => undefined;

  constructor(options: TakeUploadOptions) {
    super({ status: 'waiting', sentBytes: 0, error: null, recording: null });
    this.#options = options;
    this.#stopListening = options.onOnline(() => {
      // A server that named a time is not asked before.
      if (this.snapshot.status === 'retrying' && options.clock.now() >= this.#notBefore) this.#go();
    });
  }

  /** The server knows of it, or may. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** One more slice can be read. */
  offer(size: number): void {
    this.#sizes.push(size);
    if (this.snapshot.status !== 'retrying') this.#go();
  }

  /** Nothing more comes. */
  finish(all: TakeSummary): void {
    this.#all = all;
    if (this.snapshot.status !== 'retrying') this.#go();
  }

  /** The person wants it tried once more. */
  retry(): void {
    if (this.snapshot.status !== 'refused' && this.snapshot.status !== 'retrying') return;
    this.#failures = 0;
    this.#repairs = 0;
    this.update({ status: 'waiting', error: null });
    this.#go();
  }

  /** It cannot go on, for a reason of this page's own. */
  fail(error: unknown): void {
    this.#cancelTimer();
    this.update({ status: 'refused', error });
  }

  /** For good; a request that is under way is the last. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
    this.#stopListening();
    this.dropListeners();
  }

  #go(): void {
    this.#cancelTimer();
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) {
      this.update({ status: 'sending' });
      try {
        await next();
        this.#failures = 0;
        if (this.snapshot.status === 'sending') this.update({ error: null });
      } catch (error) {
        this.#failed(error);
        break;
      }
    }
    this.#running = false;
    if (this.snapshot.status === 'sending') this.update({ status: 'waiting' });
  }

  #next(): Request | null {
    if (this.#stopped || this.snapshot.status === 'refused' || this.snapshot.status === 'stored') return null;
    if (this.#sizes.length === 0) return null;
    const arrived = this.#arrived;
    if (!arrived) return () => this.#begin();
    const index = this.#sizes.findIndex((_, at) => !arrived.has(at));
    if (index >= 0) return () => this.#send(index, arrived);
    const all = this.#all;
    return all && (() => this.#complete(all));
  }

  async #begin(): Promise<void> {
    this.#begun = true;
    const { recording, slices } = await this.#options.server.begin(this.#options.take);
    // It was complete, and the answer did not arrive.
    if (recording.status === 'stored') return this.#store(recording);
    this.#arrived = new Set(slices);
    this.#tellSent();
  }

  async #send(index: number, arrived: Set<number>): Promise<void> {
    const { read, server, take } = this.#options;
    const slice = await read(index);
    if (!slice) throw new Error(`slice ${index} of a take is not on this device any more`);
    await server.send(take.id, slice);
    arrived.add(index);
    this.#tellSent();
  }

  async #complete({ durationMs, voicedMs, peaks }: TakeSummary): Promise<void> {
    const { server, take } = this.#options;
    const slices = this.#sizes.length;
    this.#store(await server.complete(take.id, { slices, durationMs, voicedMs, peaks: [...peaks] }));
  }

  #store(recording: Recording): void {
    this.#stopListening();
    this.update({ status: 'stored', error: null, recording });
  }

  #tellSent(): void {
    this.update({ sentBytes: this.#sizes.reduce((sum, size, at) => sum + (this.#arrived?.has(at) ? size : 0), 0) });
  }

  #failed(error: unknown): void {
    if (this.#stopped) return;
    this.#arrived = null;
    const { clock, random, onError } = this.#options;
    if (!(error instanceof ApiError) || !mayPass(error, this.#repairs)) {
      if (!(error instanceof ApiError)) onError(error);
      this.update({ status: 'refused', error });
      return;
    }
    this.#failures += 1;
    if (isRepairable(error)) this.#repairs += 1;
    this.#notBefore = clock.now() + (error.retryAfterMs ?? 0);
    this.#cancelTimer = clock.setTimeout(() => this.#go(), retryDelay(this.#failures, random(), error.retryAfterMs));
    // Whoever hears of it may stop it.
    this.update({ status: 'retrying', error });
  }
}
