import type { RecordingType } from '@ieum/api-contract';
import { FakeMediaStreamTrack, ManualClock, settle } from '@ieum/webrtc-client/testing';
import type { DeviceChoices } from '../../../../shared/lib/device-choices';
import { Recorder } from '../recorder';
import type { MicrophoneResult, TakeSink, TakeSummary } from '../recorder-ports';
import type { RecorderState } from '../recorder-state';
import type { Sound } from '../voice-log';
import { FakeSoundRecorder } from './fake-sound-recorder';

/** What became of a take. */
interface TakeRecord {
  readonly contentType: RecordingType;
  readonly slices: { readonly bytes: Uint8Array; readonly so: TakeSummary }[];
  all: TakeSummary | null;
  discarded: boolean;
}

const SOUND_EVERY_MS = 100;

/** For specs: a recorder whose browser and microphone are moved by hand. */
export class RecorderWorld {
  readonly clock = new ManualClock();
  readonly takes: TakeRecord[] = [];
  readonly asked: (string | undefined)[] = [];
  readonly errors: unknown[] = [];
  readonly recorders: FakeSoundRecorder[] = [];
  supported: readonly string[] = ['audio/webm;codecs=opus'];
  choices: DeviceChoices = { microphone: true, camera: true, dataSaver: false, shortcuts: true };
  /** What the microphone gives from now on. */
  sound: Sound = { level: 0.1, peak: 0.3 };
  track = new FakeMediaStreamTrack('audio');
  /** Set to a problem, or to something that is answered later. */
  answer: () => Promise<MicrophoneResult> | MicrophoneResult = () => ({ microphone: this.microphone() });
  bytesPerSecond = 1;
  canRecord = true;
  open = 0;
  #hearing = 0;
  readonly recorder = new Recorder(
    {
      clock: this.clock,
      openMicrophone: async (id) => {
        this.asked.push(id);
        return this.answer();
      },
      isTypeSupported: (type) => this.supported.includes(type),
      createRecorder: () => {
        if (!this.canRecord) throw new DOMException('no', 'NotSupportedError');
        const recorder = new FakeSoundRecorder(this.clock, this.track);
        recorder.bytesPerSecond = this.bytesPerSecond;
        this.recorders.push(recorder);
        return recorder.asRecorder;
      },
      listen: (_track, onSound) => this.#listen(onSound),
      choices: { read: () => this.choices, write: (change) => void (this.choices = { ...this.choices, ...change }) },
      onError: (error) => void this.errors.push(error),
    },
    (contentType) => this.#begin(contentType),
  );

  get state(): RecorderState {
    return this.recorder.getSnapshot();
  }

  /** What should be nothing at rest: microphones open, ears, timers. */
  get leaks(): number[] {
    return [this.open, this.#hearing, this.clock.pending];
  }

  microphone() {
    this.open += 1;
    this.track = new FakeMediaStreamTrack('audio');
    return { track: this.track as unknown as MediaStreamTrack, close: () => void (this.open -= 1) };
  }

  /** Until it records. */
  async record(): Promise<void> {
    await this.recorder.start();
    this.recorder.skipCountdown();
    await settle();
  }

  async stop(): Promise<void> {
    this.recorder.stop();
    await settle();
  }

  #listen(onSound: (sound: Sound) => void): () => void {
    this.#hearing += 1;
    let cancel: () => void = () => undefined;
    const wait = (): void => {
      cancel = this.clock.setTimeout(() => {
        onSound(this.sound);
        wait();
      }, SOUND_EVERY_MS);
    };
    wait();
    return () => {
      this.#hearing -= 1;
      cancel();
    };
  }

  #begin(contentType: RecordingType): TakeSink {
    const take: TakeRecord = { contentType, slices: [], all: null, discarded: false };
    this.takes.push(take);
    return {
      add: (bytes, so) => void take.slices.push({ bytes, so }),
      finish: (all) => void (take.all = all),
      discard: () => void (take.discarded = true),
    };
  }
}
