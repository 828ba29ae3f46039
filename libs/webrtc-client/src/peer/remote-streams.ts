import type { Platform } from '../platform';
import type { RemoteSource } from './media-transceivers';

/** What the remote person sends: two streams that stay the same objects while tracks come and go. */
export class RemoteStreams {
  /** Microphone and camera. */
  readonly media: MediaStream;
  /** The screen, and its sound. */
  readonly screen: MediaStream;

  constructor(platform: Platform) {
    this.media = platform.createMediaStream();
    this.screen = platform.createMediaStream();
  }

  /** False when it was there already. */
  add(track: MediaStreamTrack, source: RemoteSource): boolean {
    const stream = this[source];
    if (stream.getTracks().includes(track)) return false;
    stream.addTrack(track);
    return true;
  }

  clear(): void {
    for (const stream of [this.media, this.screen]) {
      for (const track of stream.getTracks()) {
        track.stop();
        stream.removeTrack(track);
      }
    }
  }
}
