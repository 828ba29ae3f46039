import type { CallQuality, CallSample, DeviceName } from '@ieum/webrtc-client';
import { CallReport } from './call-report';
import type { DeviceParts } from './local-devices';
import type { CallPeer } from './peer-roster';
import { ReportOutbox } from './report-outbox';
import type { ReportOutboxOptions } from './report-outbox';

export interface CallReportsOptions extends ReportOutboxOptions {
  readonly devices: Pick<DeviceParts, 'media'>;
}

const DEVICES: readonly DeviceName[] = ['microphone', 'camera'];

/** Tells the server what the calls of a visit are like: it carries no media, so it cannot see. */
export class CallReports {
  readonly #options: CallReportsOptions;
  readonly #outbox: ReportOutbox;
  readonly #reports = new Map<string, CallReport>();
  readonly #stop: () => void;
  /** The last problem of each device that was told. */
  readonly #problems = new Map<DeviceName, string>();

  constructor(options: CallReportsOptions) {
    this.#options = options;
    this.#outbox = new ReportOutbox(options);
    this.#stop = options.devices.media.on('change', () => this.#seeDevices());
  }

  /** A call began; the answer is called once it is closed. */
  began(peerId: string, call: Pick<CallPeer, 'on'>): () => void {
    const outbox = this.#outbox;
    const report = new CallReport({
      call,
      clock: this.#options.clock,
      tell: (fact) => outbox.tell(fact),
      tellNow: (fact) => outbox.tellNow(fact),
    });
    this.#reports.set(peerId, report);
    return () => void this.#reports.delete(peerId);
  }

  sampled(peerId: string, sample: CallSample, { level }: CallQuality): void {
    this.#reports.get(peerId)?.sampled(sample, level);
  }

  seated(): void {
    this.#outbox.seated();
  }

  /** To be told before the seat is given up: afterwards the server takes nothing. */
  leaving(): void {
    this.#outbox.tellNow({ type: 'left' });
  }

  close(): void {
    this.#stop();
    this.#outbox.close();
  }

  #seeDevices(): void {
    const { state } = this.#options.devices.media;
    for (const device of DEVICES) {
      const now = state[device];
      if (now.status === 'unavailable' && this.#problems.get(device) !== now.problem) {
        this.#outbox.tell({ type: 'media-problem', device, problem: now.problem });
      }
      if (now.status === 'unavailable') this.#problems.set(device, now.problem);
      else this.#problems.delete(device);
    }
  }
}
