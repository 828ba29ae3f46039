import { MAX_CONTROL_BYTES, parseControlMessage, type ControlMessage } from '../data/control-message';
import type { PeerChannelSpec } from '../data/peer-channel';
import { SessionChannel } from '../data/session-channel';
import { PeerSessionError, type PeerSessionErrorReason } from './peer-session-error';

export interface SessionChannelsOptions {
  /** The application's own, besides the one of `send`. */
  readonly extra: readonly PeerChannelSpec[];
  readonly onControl: (message: ControlMessage) => void;
  readonly onControlOpen: () => void;
  readonly onMessage: (data: string) => void;
  readonly onOpen: (open: boolean) => void;
  /** The other side's heart beat. */
  readonly onPulse: () => void;
  readonly onError: (error: PeerSessionError) => void;
}

/** More than that has no sender of ours. */
const MAX_PULSE_BYTES = 16;

/**
 * The session's data channels, all negotiated by number (RFC 8832 §3.1), so that they are part of the first offer and
 * open without a message of their own: 0 `control`, what the sides say about themselves; 1 `application`, what `send`
 * sends; 2 `pulse`, a heart beat that is never sent again when lost; from 3 on the application's own.
 */
export class SessionChannels {
  readonly #control: SessionChannel;
  readonly #application: SessionChannel;
  readonly #pulse: SessionChannel;
  readonly #extra: readonly SessionChannel[];

  constructor(options: SessionChannelsOptions) {
    const fail = (reason: PeerSessionErrorReason, cause?: unknown): void =>
      options.onError(new PeerSessionError(reason, cause === undefined ? {} : { cause }));
    const onFailure = (cause: unknown): void => fail('channel-failed', cause);
    const messageInvalid = (): void => fail('message-invalid');
    const controlInvalid = (): void => fail('control-message-invalid');
    this.#control = new SessionChannel({
      label: 'control',
      id: 0,
      maxMessageBytes: MAX_CONTROL_BYTES,
      onInvalid: controlInvalid,
      onFailure,
    });
    this.#application = new SessionChannel({ label: 'application', id: 1, onInvalid: messageInvalid, onFailure });
    this.#pulse = new SessionChannel({
      label: 'pulse',
      id: 2,
      ordered: false,
      maxRetransmits: 0,
      maxMessageBytes: MAX_PULSE_BYTES,
      onInvalid: controlInvalid,
      onFailure,
    });
    this.#extra = options.extra.map(
      (spec, index) => new SessionChannel({ ...spec, id: 3 + index, onInvalid: messageInvalid, onFailure }),
    );
    this.#control.on('open', (open) => open && options.onControlOpen());
    this.#control.on('message', (data) => {
      const message = typeof data === 'string' ? parseControlMessage(data) : undefined;
      if (message) options.onControl(message);
      else controlInvalid();
    });
    this.#application.on('open', options.onOpen);
    this.#application.on('message', (data) => {
      if (typeof data === 'string') options.onMessage(data);
      else messageInvalid();
    });
    this.#pulse.on('message', options.onPulse);
  }

  get application(): SessionChannel {
    return this.#application;
  }

  /** @throws RangeError when there is no such channel. */
  named(label: string): SessionChannel {
    const channel = this.#extra.find((one) => one.label === label);
    if (!channel) throw new RangeError(`no channel is called ${label}`);
    return channel;
  }

  /** Whether `tell` would be taken. */
  get canTell(): boolean {
    return this.#control.canSend;
  }

  /** Tells the other side; false while the channel is not open. */
  tell(message: ControlMessage): boolean {
    return this.#control.send(JSON.stringify(message));
  }

  /** One heart beat, if there is a way for it. */
  beat(): void {
    this.#pulse.send('.');
  }

  attach(connection: RTCPeerConnection): void {
    for (const channel of this.#all()) channel.attach(connection);
  }

  /** The connection is given up: nothing is open until the next one. */
  detach(): void {
    for (const channel of this.#all()) channel.detach();
  }

  close(): void {
    for (const channel of this.#all()) channel.close();
  }

  #all(): SessionChannel[] {
    return [this.#control, this.#application, this.#pulse, ...this.#extra];
  }
}
