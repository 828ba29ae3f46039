import type { CallQuality, CallSample, Clock } from '@ieum/webrtc-client';
import type { LineWatch, LineWatchOptions } from './line-watch';
import { UNKNOWN_QUALITY } from './peer-quality';
import type { PeerQuality } from './peer-quality';

/** What measures a line: not needed before the call, so fetched while it begins. */
export type LoadLineWatch = () => Promise<typeof LineWatch>;

export interface CallQualityOptions {
  readonly loadLineWatch: LoadLineWatch;
  readonly clock: Clock;
  readonly dataSaver: boolean;
  readonly onSample: (peerId: string, sample: CallSample, felt: CallQuality) => void;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

interface Watched {
  readonly call: LineWatchOptions['call'];
  line: LineWatch | null;
}

/** Until what could not be fetched is asked for again. */
const RETRY_MS = 30_000;

/** Watches the lines of a room, one a peer; each sends what it can carry out of a budget that all share. */
export class CallQualityWatch {
  readonly #options: CallQualityOptions;
  readonly #watched = new Map<string, Watched>();
  #LineWatch: typeof LineWatch | null = null;
  #loading = false;
  #cancelRetry: () => void = () => undefined;
  #dataSaver: boolean;

  constructor(options: CallQualityOptions) {
    this.#options = options;
    this.#dataSaver = options.dataSaver;
  }

  of(peerId: string): PeerQuality {
    return this.#watched.get(peerId)?.line?.view ?? UNKNOWN_QUALITY;
  }

  add(peerId: string, call: LineWatchOptions['call']): void {
    this.#watched.set(peerId, { call, line: null });
    this.#begin();
  }

  remove(peerId: string): void {
    this.#watched.get(peerId)?.line?.close();
    this.#watched.delete(peerId);
    this.#share();
  }

  setDataSaver(on: boolean): void {
    this.#dataSaver = on;
    for (const { line } of this.#watched.values()) line?.setDataSaver(on);
    this.#options.onChange();
  }

  close(): void {
    this.#cancelRetry();
    for (const { line } of this.#watched.values()) line?.close();
    this.#watched.clear();
  }

  #begin(): void {
    if (!this.#LineWatch) return this.#load();
    const { clock, onChange, onError } = this.#options;
    for (const [peerId, watched] of this.#watched) {
      const { call } = watched;
      const onSample = (sample: CallSample, felt: CallQuality) => this.#options.onSample(peerId, sample, felt);
      watched.line ??= new this.#LineWatch({ call, clock, dataSaver: this.#dataSaver, onSample, onChange, onError });
    }
    this.#share();
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    const { loadLineWatch, clock, onError } = this.#options;
    loadLineWatch()
      .then((loaded) => {
        this.#LineWatch = loaded;
        this.#begin();
      })
      .catch((error: unknown) => {
        this.#loading = false;
        onError(error);
        if (this.#watched.size > 0) this.#cancelRetry = clock.setTimeout(() => this.#load(), RETRY_MS);
      });
  }

  #share(): void {
    for (const { line } of this.#watched.values()) line?.setPeerCount(this.#watched.size);
    this.#options.onChange();
  }
}
