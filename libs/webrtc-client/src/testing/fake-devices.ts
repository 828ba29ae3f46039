import { namedError } from './fake-event-target';
import { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';

/** Whether a fake device opens, or the name of the error it fails with, `NotFoundError:message` with a message. */
export type FakeDevice = 'ok' | (string & {});

const LISTED_AS = { audio: 'audioinput', video: 'videoinput' } as const;
type Kind = keyof typeof LISTED_AS;

/** Microphones, cameras and screens that are not there. */
export class FakeDevices {
  microphone: FakeDevice;
  camera: FakeDevice;
  /** What `enumerateDevices` answers. As long as it holds none of a kind, that kind opens as one unnamed device. */
  listed: Partial<MediaDeviceInfo>[] = [];
  /** Single devices that do not open: `deviceId` to the name of the error. */
  readonly failing = new Map<string, string>();
  /** As on phones: a second camera does not start before the first was stopped. */
  oneCameraAtATime = false;
  readonly #tracks: FakeMediaStreamTrack[] = [];

  constructor(microphone: FakeDevice = 'ok', camera: FakeDevice = 'ok') {
    this.microphone = microphone;
    this.camera = camera;
  }

  /** Everything ever opened, clones included. */
  get tracks(): FakeMediaStreamTrack[] {
    return this.#tracks.flatMap((track) => [track, ...track.clones]);
  }

  get openTracks(): FakeMediaStreamTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  /** As browsers do: one device that fails fails the whole request. */
  open({ audio, video }: MediaStreamConstraints): FakeMediaStream {
    if (audio) mustOpen(this.microphone);
    if (video) mustOpen(this.camera);
    const tracks: FakeMediaStreamTrack[] = [];
    if (audio) tracks.push(this.#openOne('audio', audio));
    if (video) tracks.push(this.#openOne('video', video));
    return this.#streamOf(tracks);
  }

  openScreen(screen: FakeDevice, withAudio: boolean): FakeMediaStream {
    mustOpen(screen);
    const kinds: Kind[] = withAudio ? ['video', 'audio'] : ['video'];
    return this.#streamOf(kinds.map((kind) => new FakeMediaStreamTrack(kind, `screen-${kind}`)));
  }

  /** Takes a device away: no longer listed, its tracks end. */
  remove(deviceId: string): void {
    this.listed = this.listed.filter((device) => device.deviceId !== deviceId);
    for (const track of this.openTracks) if (track.deviceId === deviceId) track.end();
  }

  #openOne(kind: Kind, constraints: MediaTrackConstraints | true): FakeMediaStreamTrack {
    const { deviceId, ...wishes } = constraints === true ? {} : constraints;
    // As Chromium does: an id that is not demanded is no more than a hint, and the browser has its own favourite.
    const { exact } = (deviceId ?? {}) as { exact?: string };
    const ofKind = this.listed.filter((device) => device.kind === LISTED_AS[kind]);
    const wanted = ofKind.find((device) => device.deviceId === exact);
    if (exact !== undefined && !wanted) throw namedError('OverconstrainedError');
    const device = wanted ?? ofKind[0];
    mustOpen(this.failing.get(device?.deviceId ?? '') ?? 'ok');
    const cameraIsOpen = this.openTracks.some((track) => track.kind === 'video');
    if (kind === 'video' && this.oneCameraAtATime && cameraIsOpen) throw namedError('NotReadableError');
    const track = new FakeMediaStreamTrack(kind, device?.deviceId, device?.label);
    const present = kind === 'audio' ? this.openTracks.find((open) => open.deviceId === track.deviceId) : undefined;
    // As Chromium does: a microphone that is open already is given as it is.
    for (const [name, value] of Object.entries(present?.settings ?? wishes)) {
      if (typeof value === 'boolean') Object.assign(track.settings, { [name]: value });
    }
    return track;
  }

  #streamOf(tracks: FakeMediaStreamTrack[]): FakeMediaStream {
    const stream = new FakeMediaStream();
    for (const track of tracks) {
      this.#tracks.push(track);
      stream.addTrack(track);
    }
    return stream;
  }
}

function mustOpen(device: FakeDevice): void {
  if (device === 'ok') return;
  const [name = device, message] = device.split(':');
  throw namedError(name, message);
}
