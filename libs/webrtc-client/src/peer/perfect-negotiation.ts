import type { Clock } from '../platform';
import { CandidateQueue } from './candidate-queue';
import { PeerSessionError, type PeerSessionErrorReason } from './peer-session-error';
import { isOlder, isSame, sdpOriginOf, type SdpOrigin } from './sdp-origin';

/** An offer without an answer is sent again after this long, then twice as long, and so on up to the second figure. */
const FIRST_REPEAT_MS = 2_000;
const LAST_REPEAT_MS = 10_000;

/** What two connections say to each other; the session adds which of its connections it is about. */
export type NegotiationMessage =
  | { type: 'description'; description: { type: 'offer' | 'answer'; sdp: string } }
  | { type: 'candidate'; candidate: RTCIceCandidateInit | null };

/** A description that the browser refuses comes again and is refused again: this often, and nothing will help. */
const STUCK_AFTER = 2;

export interface PerfectNegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** The polite peer gives way when both offer at once. Exactly one of the two must be. */
  readonly polite: boolean;
  readonly clock: Clock;
  /** Until it resolves, the first offer is made and sent but not applied: nothing looks for a path. */
  readonly begun?: Promise<void> | undefined;
  /** Takes a message to the remote peer; may throw. */
  readonly send: (message: NegotiationMessage) => void;
  /** Called between applying a remote offer and answering it: the time to attach tracks and channels. */
  readonly beforeAnswer: () => Promise<void>;
  /**
   * The browser refuses what the other side offers, again and again. Firefox does so with an ICE restart that met an offer
   * of its own: only another connection helps.
   */
  readonly onStuck: () => void;
  readonly onError: (error: PeerSessionError) => void;
}

/**
 * Perfect negotiation (W3C WebRTC §10.7, RFC 8829 §4.1.10): both sides may negotiate whenever they like, and end in
 * `stable` with the same m-lines. Knows one `RTCPeerConnection` and a way to send; neither socket nor media.
 *
 * Beyond the standard's sample, it takes an imperfect channel:
 * - Messages are handled strictly one after another. So an offer right behind an answer waits until the answer is
 *   applied and is not mistaken for a collision: what the sample's `isSettingRemoteAnswerPending` is for.
 * - Descriptions out of order or doubled are told by their `o=` line and dropped; so are answers nobody waits for.
 *   An offer that comes again gets its answer again, and never rolls anything back.
 * - Candidates wait for the description they belong to; those of an ignored offer are ignored.
 * - An offer without an answer is repeated with backoff, so one lost message does not end the call.
 */
export class PerfectNegotiation {
  readonly #options: PerfectNegotiationOptions;
  readonly #candidates = new CandidateQueue();
  #makingOffer = false;
  #ignoringOffer = false;
  #newestRemote: SdpOrigin | undefined;
  #answeredOffer: SdpOrigin | undefined;
  #tail: Promise<void> = Promise.resolve();
  #cancelRepeat: (() => void) | undefined;
  #refusals = 0;
  #begun: Promise<void> | undefined;
  #closed = false;

  constructor(options: PerfectNegotiationOptions) {
    this.#options = options;
    this.#begun = options.begun;
    options.connection.addEventListener('negotiationneeded', this.#onNegotiationNeeded);
    options.connection.addEventListener('icecandidate', this.#onIceCandidate);
    options.connection.addEventListener('signalingstatechange', this.#onSignalingStateChange);
  }

  /** Handles a message of the remote peer after all those before it. Never rejects: trouble goes to `onError`. */
  receive(message: NegotiationMessage): Promise<void> {
    this.#tail = this.#tail.then(() => (this.#closed ? undefined : this.#handle(message)));
    return this.#tail;
  }

  /** Lets go of the connection (which it does not close) and of every timer. Idempotent. */
  close(): void {
    this.#closed = true;
    this.#cancelRepeat?.();
    this.#candidates.clear();
    const { connection } = this.#options;
    connection.removeEventListener('negotiationneeded', this.#onNegotiationNeeded);
    connection.removeEventListener('icecandidate', this.#onIceCandidate);
    connection.removeEventListener('signalingstatechange', this.#onSignalingStateChange);
  }

  readonly #onNegotiationNeeded = (): void => {
    this.#makingOffer = true;
    const begun = this.#begun;
    this.#begun = undefined;
    const made = this.#attempt('negotiation-failed', async () => {
      await this.#options.connection.setLocalDescription(begun && (await this.#offerAhead(begun)));
      if (this.#sendDescription(this.#options.connection.localDescription, 'offer')) this.#repeatAfter(FIRST_REPEAT_MS);
    }).then(() => {
      this.#makingOffer = false;
    });
    // The answer to an offer that was sent ahead may be quicker than its application.
    if (begun) this.#tail = this.#tail.then(() => made);
  };

  get #isConnectionClosed(): boolean {
    return this.#options.connection.signalingState === 'closed';
  }

  /** Only what is applied gathers candidates (RFC 8829 §3.5.1): an offer that is not shows no address. */
  async #offerAhead(begun: Promise<void>): Promise<RTCSessionDescriptionInit> {
    const offer = await this.#options.connection.createOffer();
    this.#send({ type: 'description', description: { type: 'offer', sdp: offer.sdp ?? '' } });
    await begun;
    return offer;
  }

  readonly #onIceCandidate = ({ candidate }: RTCPeerConnectionIceEvent): void => {
    // An empty string ends one generation (W3C WebRTC §4.8.1.2); the null that follows says the same for all.
    if (candidate?.candidate === '') return;
    this.#send({ type: 'candidate', candidate: candidate?.toJSON() ?? null });
  };

  readonly #onSignalingStateChange = (): void => {
    if (this.#options.connection.signalingState !== 'have-local-offer') this.#cancelRepeat?.();
  };

  async #handle(message: NegotiationMessage): Promise<void> {
    if (this.#isConnectionClosed) {
      // Somebody closed it under us, and the other side does not know.
      if (isDescription(message) && message.description.type === 'offer') this.#options.onStuck();
      return;
    }
    if (isDescription(message))
      await this.#attempt('negotiation-failed', () => this.#handleDescription(message.description));
    else if (isCandidate(message)) await this.#handleCandidate(message.candidate);
    else this.#fail('signal-invalid');
  }

  async #handleDescription(description: { type: 'offer' | 'answer'; sdp: string }): Promise<void> {
    const { connection, polite, beforeAnswer } = this.#options;
    const origin = sdpOriginOf(description.sdp);
    if (isOlder(origin, this.#newestRemote)) return;
    if (description.type === 'answer') {
      if (connection.signalingState !== 'have-local-offer' || isSame(origin, this.#newestRemote)) return;
    } else if (isSame(origin, this.#answeredOffer)) {
      this.#sendDescription(connection.currentLocalDescription, 'answer');
      return;
    } else {
      const collision = this.#makingOffer || connection.signalingState === 'have-local-offer';
      this.#ignoringOffer = collision && !polite;
      if (this.#ignoringOffer) return;
    }
    await this.#applyRemote(description);
    this.#newestRemote = origin; // not before: what was refused may be taken when it comes again
    if (this.#isConnectionClosed) return;
    for (const candidate of this.#candidates.release(connection.remoteDescription)) await this.#addCandidate(candidate);
    if (description.type === 'answer') return;
    await beforeAnswer();
    if (this.#closed || connection.signalingState !== 'have-remote-offer') return;
    await connection.setLocalDescription();
    this.#answeredOffer = origin;
    this.#sendDescription(connection.currentLocalDescription, 'answer');
  }

  /** In "have-local-offer" an offer rolls back ours first (RFC 8829 §4.1.10.2): the polite peer giving way. */
  async #applyRemote(description: { type: 'offer' | 'answer'; sdp: string }): Promise<void> {
    try {
      await this.#options.connection.setRemoteDescription(description);
      this.#refusals = 0;
    } catch (error) {
      this.#refusals += 1;
      if (this.#refusals >= STUCK_AFTER && !this.#closed) this.#options.onStuck();
      throw error;
    }
  }

  async #handleCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    if (!this.#candidates.admit(candidate, this.#options.connection.remoteDescription)) return;
    await this.#addCandidate(candidate);
  }

  #addCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    return this.#attempt('candidate-rejected', async () => {
      try {
        await this.#options.connection.addIceCandidate(candidate ?? undefined);
      } catch (error) {
        if (!this.#ignoringOffer) throw error; // else it belonged to the offer we did not take
      }
    });
  }

  /** Sends the description if it is of that type, with the candidates found so far. */
  #sendDescription(description: RTCSessionDescription | null, type: 'offer' | 'answer'): boolean {
    if (this.#closed || description?.type !== type) return false;
    this.#send({ type: 'description', description: { type, sdp: description.sdp } });
    return true;
  }

  #repeatAfter(delayMs: number): void {
    this.#cancelRepeat?.();
    this.#cancelRepeat = this.#options.clock.setTimeout(() => {
      const { connection } = this.#options;
      if (connection.signalingState !== 'have-local-offer') return;
      if (this.#sendDescription(connection.localDescription, 'offer'))
        this.#repeatAfter(Math.min(delayMs * 2, LAST_REPEAT_MS));
    }, delayMs);
  }

  #send(message: NegotiationMessage): void {
    try {
      this.#options.send(message);
    } catch (cause) {
      this.#fail('signaling-failed', cause);
    }
  }

  async #attempt(reason: PeerSessionErrorReason, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      this.#fail(reason, cause);
    }
  }

  /** A step that was under way when the connection was closed may fail; that is no news. */
  #fail(reason: PeerSessionErrorReason, cause?: unknown): void {
    if (!this.#closed) this.#options.onError(new PeerSessionError(reason, cause === undefined ? {} : { cause }));
  }
}

// The channel's types are a promise; what comes through it is the other side's doing.
function isDescription(message: NegotiationMessage): message is NegotiationMessage & { type: 'description' } {
  if (message?.type !== 'description') return false;
  const { description } = message;
  return (description?.type === 'offer' || description?.type === 'answer') && typeof description.sdp === 'string';
}

function isCandidate(message: NegotiationMessage): message is NegotiationMessage & { type: 'candidate' } {
  return message?.type === 'candidate' && typeof message.candidate === 'object';
}
