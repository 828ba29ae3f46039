import { qualityOf, StatsSampler, VideoQualityController } from '@ieum/webrtc-client';
import type { CallQuality, CallSample, Clock, PeerSession } from '@ieum/webrtc-client';
import { UNKNOWN_QUALITY } from './peer-quality';
import type { PeerQuality } from './peer-quality';

export interface LineWatchOptions {
  readonly call: Pick<PeerSession, 'getStats' | 'setVideoLimits'>;
  readonly clock: Clock;
  readonly dataSaver: boolean;
  readonly onSample: (sample: CallSample, felt: CallQuality) => void;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Samples kept: one every two seconds. */
const KEPT = 60;

/** Measures the line to one peer, and sends it of the camera what it can carry. */
export class LineWatch {
  readonly #sampler: StatsSampler;
  readonly #controller: VideoQualityController;
  readonly #onSample: LineWatchOptions['onSample'];
  readonly #onChange: () => void;
  #view: PeerQuality;

  constructor({ call, clock, dataSaver, onSample, onChange, onError }: LineWatchOptions) {
    this.#onSample = onSample;
    this.#onChange = onChange;
    this.#sampler = new StatsSampler({ source: call, platform: { clock } });
    this.#controller = new VideoQualityController({ target: call, dataSaver });
    this.#view = { ...UNKNOWN_QUALITY, sent: this.#controller.step };
    this.#sampler.on('sample', (sample) => this.#take(sample));
    this.#sampler.on('error', onError);
  }

  get view(): PeerQuality {
    return this.#view;
  }

  setPeerCount(count: number): void {
    this.#controller.setPeerCount(count);
    this.#view = { ...this.#view, sent: this.#controller.step };
  }

  setDataSaver(on: boolean): void {
    this.#controller.setDataSaver(on);
    this.#view = { ...this.#view, sent: this.#controller.step };
  }

  close(): void {
    this.#sampler.close();
  }

  #take(sample: CallSample): void {
    this.#controller.update(sample);
    this.#view = {
      felt: qualityOf(this.#sampler.recent, this.#view.felt),
      sent: this.#controller.step,
      samples: [...this.#view.samples.slice(1 - KEPT), sample],
    };
    this.#onSample(sample, this.#view.felt);
    this.#onChange();
  }
}
