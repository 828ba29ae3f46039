import { namedError } from './fake-event-target';
import { FakeMediaStreamTrack, type FakeMediaStream } from './fake-media';

/** An `RTCRtpSender`: remembers every track it was given. */
export class FakeSender {
  track: FakeMediaStreamTrack | null;
  streams: FakeMediaStream[] = [];
  /** Every `replaceTrack`, in order. */
  readonly replaced: (FakeMediaStreamTrack | null)[] = [];
  /** The error the next `replaceTrack` fails with. */
  failNextReplace: Error | undefined;

  constructor(
    readonly kind: string,
    track: FakeMediaStreamTrack | null,
  ) {
    this.track = track;
  }

  /** What `setParameters` was last given. */
  parameters: RTCRtpSendParameters = {
    transactionId: '',
    codecs: [],
    headerExtensions: [],
    rtcp: {},
    encodings: [{}],
  };

  getParameters(): RTCRtpSendParameters {
    return structuredClone(this.parameters);
  }

  async setParameters(parameters: RTCRtpSendParameters): Promise<void> {
    await Promise.resolve();
    this.parameters = parameters;
  }

  setStreams(...streams: FakeMediaStream[]): void {
    this.streams = streams;
  }

  async replaceTrack(track: FakeMediaStreamTrack | null): Promise<void> {
    await Promise.resolve();
    const failure = this.failNextReplace;
    this.failNextReplace = undefined;
    if (failure) throw failure;
    if (track && track.kind !== this.kind) throw namedError('TypeError', 'a track of another kind');
    this.track = track;
    this.replaced.push(track);
  }
}

/** An `RTCRtpTransceiver`. `mid` is null until a description names it. */
export class FakeTransceiver {
  mid: string | null = null;
  currentDirection: RTCRtpTransceiverDirection | null = null;
  /** Whether the other side last said that it sends. */
  receiving = false;
  readonly sender: FakeSender;
  readonly receiver: { readonly track: FakeMediaStreamTrack };
  #direction: RTCRtpTransceiverDirection;

  constructor(
    kind: 'audio' | 'video',
    track: FakeMediaStreamTrack | null,
    direction: RTCRtpTransceiverDirection,
    private readonly onDirection: () => void,
  ) {
    this.sender = new FakeSender(kind, track);
    this.receiver = { track: new FakeMediaStreamTrack(kind) };
    this.#direction = direction;
  }

  get kind(): 'audio' | 'video' {
    return this.receiver.track.kind;
  }

  get direction(): RTCRtpTransceiverDirection {
    return this.#direction;
  }

  set direction(direction: RTCRtpTransceiverDirection) {
    this.#direction = direction;
    this.onDirection();
  }
}
