import type { FakeMediaStream } from './fake-media';

/** As much of an `AudioContext` as it takes to measure a track: what an analyser hears is `track.sound`. */
export class FakeAudioContext {
  /** Set to `suspended`, it starts once `mayStart` and asked to: as before the page was clicked. */
  state: AudioContextState | 'interrupted' = 'running';
  mayStart = true;
  resumes = 0;
  readonly sampleRate = 48_000;

  createMediaStreamSource(stream: FakeMediaStream): FakeAudioSource {
    return new FakeAudioSource(stream);
  }

  createAnalyser(): FakeAnalyser {
    return new FakeAnalyser();
  }

  async resume(): Promise<void> {
    this.resumes += 1;
    await Promise.resolve();
    if (this.mayStart && this.state !== 'closed') this.state = 'running';
  }

  async close(): Promise<void> {
    this.state = 'closed';
    await Promise.resolve();
  }
}

class FakeAudioSource {
  constructor(readonly stream: FakeMediaStream) {}

  connect(analyser: FakeAnalyser): void {
    analyser.input = this.stream;
  }

  disconnect(): void {
    return undefined;
  }
}

class FakeAnalyser {
  fftSize = 2048;
  input: FakeMediaStream | undefined;

  /** A square wave: its RMS is its amplitude. A disabled or ended track is silent. */
  getFloatTimeDomainData(samples: Float32Array): void {
    const [track] = this.input?.getAudioTracks() ?? [];
    const amplitude = track?.enabled && track.readyState === 'live' ? track.sound.amplitude : 0;
    for (let index = 0; index < samples.length; index += 1) samples[index] = index % 2 ? amplitude : -amplitude;
  }
}
