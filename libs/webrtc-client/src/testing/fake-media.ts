import { FakeEventTarget } from './fake-event-target';

let tracksMade = 0;

/** A `MediaStreamTrack` without media. */
export class FakeMediaStreamTrack extends FakeEventTarget {
  readonly id: string;
  enabled = true;
  readyState: MediaStreamTrackState = 'live';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId = `default-${kind}`,
  ) {
    super();
    this.id = `track-${(tracksMade += 1)}`;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }

  /** Ends it without an event, as the standard says of one's own doing. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** Unplugs the device: ends it with an event. */
  end(): void {
    if (this.readyState === 'ended') return;
    this.readyState = 'ended';
    this.fire('ended');
  }
}

/** A `MediaStream` of fake tracks. */
export class FakeMediaStream extends FakeEventTarget {
  readonly #tracks = new Set<FakeMediaStreamTrack>();

  constructor(readonly id = 'stream') {
    super();
  }

  addTrack(track: FakeMediaStreamTrack): void {
    this.#tracks.add(track);
  }

  removeTrack(track: FakeMediaStreamTrack): void {
    this.#tracks.delete(track);
  }

  getTracks(): FakeMediaStreamTrack[] {
    return [...this.#tracks];
  }

  getAudioTracks(): FakeMediaStreamTrack[] {
    return this.getTracks().filter((track) => track.kind === 'audio');
  }

  getVideoTracks(): FakeMediaStreamTrack[] {
    return this.getTracks().filter((track) => track.kind === 'video');
  }
}
