import type { CallFact } from '@ieum/signaling-protocol';
import type { CallQuality, CallSample, Clock } from '@ieum/webrtc-client';
import type { CallPeer } from './peer-roster';

export interface CallReportOptions {
  readonly call: Pick<CallPeer, 'on'>;
  readonly clock: Clock;
  readonly tell: (fact: CallFact) => void;
  /** For what is not worth telling later. */
  readonly tellNow: (fact: CallFact) => void;
}

/** Figures are told this often. */
const FIGURES_EVERY_MS = 20_000;

/** What there is to tell of the call to one peer, from when this side knew of them. */
export class CallReport {
  readonly #options: CallReportOptions;
  readonly #began: number;
  #wasConnected = false;
  #path = '';
  #samples: CallSample[] = [];
  #toldAt: number;

  constructor(options: CallReportOptions) {
    this.#options = options;
    const { call, clock, tell } = options;
    this.#began = clock.now();
    this.#toldAt = this.#began;
    call.on('state', (state) => {
      if (state === 'connected') this.#connected();
      if (state === 'reconnecting' || state === 'failed') tell({ type: 'disconnected', failed: state === 'failed' });
    });
    call.on('healing', ({ step, cause }) => tell({ type: 'healing', step, cause }));
    call.on('healed', ({ step, afterMs }) => tell({ type: 'healed', step, afterMs: milliseconds(afterMs) }));
  }

  sampled(sample: CallSample, level: CallQuality['level']): void {
    this.#seePath(sample);
    this.#samples.push(sample);
    const { clock, tellNow } = this.#options;
    if (clock.now() - this.#toldAt < FIGURES_EVERY_MS) return;
    this.#toldAt = clock.now();
    tellNow({ type: 'figures', ...figuresOf(this.#samples.splice(0)), level });
  }

  #connected(): void {
    if (this.#wasConnected) return;
    this.#wasConnected = true;
    this.#options.tell({ type: 'connected', setUpMs: milliseconds(this.#options.clock.now() - this.#began) });
  }

  /** The kinds of both ends, never where they are. */
  #seePath({ path }: CallSample): void {
    if (!path?.local || !path.remote) return;
    const { local, remote, protocol } = path;
    const kind = `${local} ${remote} ${protocol}`;
    if (kind === this.#path) return;
    this.#path = kind;
    this.#options.tell({ type: 'path', local, remote, ...(protocol && { protocol }) });
  }
}

function figuresOf(samples: readonly CallSample[]): Omit<Extract<CallFact, { type: 'figures' }>, 'type' | 'level'> {
  const mean = (read: (sample: CallSample) => number | undefined): number | undefined => {
    const known = samples.map(read).filter((value) => value !== undefined);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : undefined;
  };
  const figures = {
    roundTripMs: milliseconds(mean(({ roundTripMs }) => roundTripMs)),
    lossIn: share(mean(({ loss }) => loss.in)),
    lossOut: share(mean(({ loss }) => loss.out)),
    jitterMs: milliseconds(mean(({ jitterMs }) => jitterMs.in)),
    bitrateIn: whole(mean(({ bitrate }) => bitrate.in.total)),
    bitrateOut: whole(mean(({ bitrate }) => bitrate.out.total)),
  };
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}

function milliseconds(value: number): number;
function milliseconds(value: number | undefined): number | undefined;
function milliseconds(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(Math.min(600_000, Math.max(0, value)));
}

/** To a thousandth. */
const share = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

const whole = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(Math.min(1e9, Math.max(0, value)));
