import { FakeEventTarget } from './fake-event-target';

let tracksMade = 0;

/** A `MediaStreamTrack` without media. */
export class FakeMediaStreamTrack extends FakeEventTarget {
  readonly id: string;
  enabled = true;
  readyState: MediaStreamTrackState = 'live';
  contentHint = '';
  /** What its source gives: the amplitude, 0 to 1, that an analyser hears. Clones hear the same. */
  sound = { amplitude: 0 };
  /** What `getSettings` tells beside the device. */
  settings: MediaTrackSettings = {};
  readonly clones: FakeMediaStreamTrack[] = [];

  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId = `default-${kind}`,
    readonly label = '',
  ) {
    super();
    this.id = `track-${(tracksMade += 1)}`;
  }

  getSettings(): MediaTrackSettings {
    return { ...this.settings, deviceId: this.deviceId };
  }

  /** Does what is asked, which not every browser does: tests put another function in its place. */
  async applyConstraints(constraints: MediaTrackConstraints = {}): Promise<void> {
    await Promise.resolve();
    Object.assign(this.settings, constraints);
  }

  /** As the standard says: of the same source, as enabled as this one now, stopped on its own. */
  clone(): FakeMediaStreamTrack {
    const clone = new FakeMediaStreamTrack(this.kind, this.deviceId, this.label);
    Object.assign(clone, { enabled: this.enabled, readyState: this.readyState, sound: this.sound });
    clone.settings = { ...this.settings };
    this.clones.push(clone);
    return clone;
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
