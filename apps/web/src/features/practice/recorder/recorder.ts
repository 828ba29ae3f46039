import { MAX_RECORDING_MS } from '@ieum/api-contract';
import type { RecordingType } from '@ieum/api-contract';
import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import { chooseContainer } from './container';
import type { Container } from './container';
import { RecordedTime } from './recorded-time';
import { isUnderWay, nextPhase } from './recorder-phase';
import type { RecorderEvent } from './recorder-phase';
import type { OpenMicrophone, RecorderPorts, TakeSink, TakeSummary } from './recorder-ports';
import { AT_REST, COUNT_FROM } from './recorder-state';
import type { RecorderState } from './recorder-state';
import { endsSoon, leftOf } from './recording-limit';
import { SoundCapture } from './sound-capture';
import { VoiceLog } from './voice-log';
import type { Sound } from './voice-log';

/** What is lost at most when the tab dies. */
const SLICE_MS = 5_000;
const COUNT_EVERY_MS = 1_000;
const TICK_MS = 250;
/** How long two presses of one click are apart at most. */
const LATE_PRESS_MS = 500;

interface Take {
  readonly sink: TakeSink;
  readonly capture: SoundCapture;
  readonly time: RecordedTime;
  readonly voice: VoiceLog;
  bytes: number;
  heardAtMs: number;
}

/** Records one take after the other: asks for the microphone, counts down, and hands over what is recorded as it comes. */
export class Recorder extends SnapshotSource<RecorderState> {
  readonly #ports: RecorderPorts;
  readonly #beginTake: (contentType: RecordingType) => TakeSink;
  readonly #soundListeners = new Set<(sound: Sound) => void>();
  #microphone: OpenMicrophone | null = null;
  #stopHearing: (() => void)[] = [];
  #cancelTimer: () => void = () => undefined;
  #container: Container | null = null;
  #take: Take | null = null;
  /** Goes up with each start and each end, so that an answer from before changes nothing. */
  #attempt = 0;

  constructor(ports: RecorderPorts, beginTake: (contentType: RecordingType) => TakeSink) {
    super(AT_REST);
    this.#ports = ports;
    this.#beginTake = beginTake;
  }

  /** Calls `listener` with what the microphone gives, several times a second. */
  readonly onSound = (listener: (sound: Sound) => void): (() => void) => {
    this.#soundListeners.add(listener);
    return () => this.#soundListeners.delete(listener);
  };

  /** Asks for the microphone, then counts down. Also for another take, and after a problem. */
  async start(): Promise<void> {
    if (!this.#step('ask')) return;
    this.update({ ...AT_REST, phase: 'asking' });
    const attempt = (this.#attempt += 1);
    this.#container = chooseContainer((mimeType) => this.#ports.isTypeSupported(mimeType));
    if (!this.#container) return void this.#step('unsupported');
    const result = await this.#ports.openMicrophone(this.#ports.choices.read().microphoneId);
    if (attempt !== this.#attempt) {
      if ('microphone' in result) result.microphone.close();
      return;
    }
    if ('problem' in result) return void this.#step(result.problem);
    this.#hear(result.microphone);
    // Both at once: what is read out is said of a phase with its number.
    this.update({ count: COUNT_FROM });
    this.#step('granted');
    this.#count(COUNT_FROM);
  }

  skipCountdown(): void {
    if (this.snapshot.phase === 'counting') this.#begin();
  }

  /** A press in the first moment was the second of two, or meant for the countdown that has just ended. */
  pause(): void {
    if (this.#take && this.#take.time.ms < LATE_PRESS_MS) return;
    if (!this.#step('pause')) return;
    this.#take?.time.halt();
    this.#take?.capture.pause();
  }

  resume(): void {
    if (!this.#step('resume')) return;
    this.#take?.capture.resume();
    this.#take?.time.run();
    this.#take?.voice.goOn();
    this.#follow();
  }

  stop(): void {
    if (!this.#step('stop')) return;
    this.#take?.time.halt();
    this.#take?.capture.stop();
  }

  /** What was recorded goes, or nothing was yet. */
  cancel(): void {
    if (!this.#step('cancel')) return;
    this.#drop();
  }

  /** The take that is under way goes, and another one begins. */
  async retake(): Promise<void> {
    this.cancel();
    await this.start();
  }

  /** The page goes: what was recorded so far is a take. */
  close(): void {
    if (isUnderWay(this.snapshot.phase)) this.stop();
    else this.cancel();
  }

  #hear(microphone: OpenMicrophone): void {
    const { track } = microphone;
    const onEnded = (): void => this.#lost();
    track.addEventListener('ended', onEnded);
    this.#microphone = microphone;
    this.#stopHearing = [
      () => track.removeEventListener('ended', onEnded),
      this.#ports.listen(track, (sound) => this.#log(sound)),
    ];
  }

  #count(count: number): void {
    if (count === 0) return this.#begin();
    this.update({ count });
    this.#cancelTimer = this.#ports.clock.setTimeout(() => this.#count(count - 1), COUNT_EVERY_MS);
  }

  #begin(): void {
    this.#cancelTimer();
    const { clock, createRecorder, onError } = this.#ports;
    if (!this.#microphone || !this.#container) return;
    try {
      const recorder = createRecorder(this.#microphone.track, this.#container.mimeType);
      const time = new RecordedTime(clock);
      const capture = new SoundCapture({
        recorder,
        onBytes: (bytes) => this.#add(bytes),
        onEnd: (error) => this.#end(error),
      });
      capture.start(SLICE_MS);
      time.run();
      const sink = this.#beginTake(this.#container.contentType);
      this.#take = { sink, capture, time, voice: new VoiceLog(), bytes: 0, heardAtMs: 0 };
    } catch (error) {
      onError(error);
      this.#step('broken');
      this.#drop();
      return;
    }
    this.#step('begin');
    this.update({ count: null });
    this.#follow();
  }

  /** Time and size, a few times a second. */
  #follow(): void {
    this.#cancelTimer();
    const take = this.#take;
    if (!take || this.snapshot.phase !== 'recording') return;
    const left = leftOf(take.time.ms, take.bytes);
    this.update({ elapsedMs: Math.floor(take.time.ms / 1000) * 1000, endsSoon: endsSoon(left) });
    if (left > 0) {
      this.#cancelTimer = this.#ports.clock.setTimeout(() => this.#follow(), Math.min(TICK_MS, left));
      return;
    }
    this.update({ endedBy: 'limit' });
    this.stop();
  }

  #log(sound: Sound): void {
    for (const listener of [...this.#soundListeners]) listener(sound);
    const take = this.#take;
    if (!take || this.snapshot.phase !== 'recording') return;
    take.voice.add(sound, take.time.ms - take.heardAtMs);
    take.heardAtMs = take.time.ms;
    this.update({ voice: take.voice.state, everHeard: take.voice.everHeard });
  }

  #add(bytes: Uint8Array<ArrayBuffer>): void {
    const take = this.#take;
    if (!take) return;
    take.bytes += bytes.byteLength;
    take.sink.add(bytes, summaryOf(take));
  }

  /** The microphone was pulled out, or the system took it: what is there is kept. */
  #lost(): void {
    if (!this.#take) {
      this.#step('not-found');
      this.#drop();
      return;
    }
    if (this.snapshot.phase !== 'stopping') this.update({ endedBy: 'unplugged' });
    this.stop();
  }

  #end(error: unknown): void {
    const take = this.#take;
    if (!take) return;
    take.time.halt();
    if (error !== null) this.#ports.onError(error);
    // Nobody stopped it: its microphone was taken away.
    if (this.snapshot.phase !== 'stopping') this.update({ endedBy: 'unplugged' });
    this.#take = null;
    this.#release();
    if (take.bytes === 0) {
      take.sink.discard();
      this.#step('broken');
      return;
    }
    take.sink.finish(summaryOf(take));
    this.update({ elapsedMs: Math.floor(take.time.ms / 1000) * 1000, endsSoon: false, voice: 'unknown' });
    this.#step('finished');
  }

  #drop(): void {
    this.#take?.capture.drop();
    this.#take?.sink.discard();
    this.#take = null;
    this.#release();
    this.update({ count: null, endsSoon: false, voice: 'unknown' });
  }

  #release(): void {
    this.#attempt += 1;
    this.#cancelTimer();
    this.#stopHearing.splice(0).forEach((stop) => stop());
    this.#microphone?.close();
    this.#microphone = null;
  }

  /** Whether the event meant something. */
  #step(event: RecorderEvent): boolean {
    const phase = nextPhase(this.snapshot.phase, event);
    if (phase) this.update({ phase });
    return phase !== null;
  }
}

function summaryOf({ time, voice }: Take): TakeSummary {
  const durationMs = Math.min(MAX_RECORDING_MS, Math.max(1, Math.round(time.ms)));
  return { durationMs, voicedMs: Math.min(durationMs, voice.voicedMs), peaks: voice.peaks() };
}
