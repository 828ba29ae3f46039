import type { Platform } from '../platform';
import { isBase64UrlOf32Bytes, toBase64Url } from './base64url';
import { fingerprintsOf } from './fingerprints';
import { safetyCodeOf, type SafetyCode } from './safety-code';

/** Which part a side plays in the negotiation: exactly one of the two is polite. */
export type SafetyRole = 'polite' | 'impolite';

/**
 * Why there is no code, or no longer. Each means that something between the two sides, or the other side, does not
 * keep to the protocol.
 *
 * - `malformed`: a commitment, a nonce or a description that cannot be one
 * - `commitment-changed`: a second, different commitment came
 * - `commitment-broken`: the nonce is not the one committed to, or came before any commitment
 * - `fingerprints-changed`: the certificates are not those that were in use when the nonce was given away
 */
export type SafetyMismatch = 'malformed' | 'commitment-changed' | 'commitment-broken' | 'fingerprints-changed';

/** What is known so far. A mismatch is for good; a `ready` code turns into one when the certificates change. */
export type SafetyState =
  | { readonly status: 'pending' }
  | { readonly status: 'ready'; readonly code: SafetyCode }
  | { readonly status: 'mismatch'; readonly reason: SafetyMismatch };

/** The descriptions both sides agreed on: `currentLocalDescription.sdp`, `currentRemoteDescription.sdp`. */
export interface AgreedSdp {
  readonly local: string;
  readonly remote: string;
}

export interface SafetyCodeExchangeOptions {
  readonly platform: Pick<Platform, 'randomBytes' | 'sha256'>;
  readonly role: SafetyRole;
}

/**
 * Makes the code by which two people find out whether somebody sits between them: one hash over the certificates of
 * both ends, as this side sees them, and a nonce of each side. In the middle nobody has the certificates' keys
 * (RFC 8122 §6.2), so both legs must be made with others, and the two codes differ.
 *
 * 42 bits are few: whoever may still choose an input when all others are known tries until both codes are equal. So
 * nobody may: each side first commits to its nonce by a hash, in its description, and reveals the nonce over the data
 * channel when it has the other's commitment and the certificates are in use (commit, then reveal: RFC 6189 §4.4.1.1,
 * Matrix specification "Short Authentication String (SAS) verification"). What is left is one guess a call, 1 in 2^42.
 *
 * One exchange a connection, no timer, no channel: `commitment()` → signaling; the other's → `receiveCommitment`;
 * `mayReveal`, data channel open → `reveal` → data channel; the other's → `receiveReveal`; then `outcome`.
 */
export class SafetyCodeExchange {
  readonly #platform: Pick<Platform, 'randomBytes' | 'sha256'>;
  readonly #role: SafetyRole;
  readonly #nonce: string;
  #committed = false;
  #theirCommitment: string | undefined;
  #theirNonce: string | undefined;
  #fingerprints: { readonly local: readonly string[]; readonly remote: readonly string[] } | undefined;
  #mismatch: SafetyMismatch | undefined;

  constructor({ platform, role }: SafetyCodeExchangeOptions) {
    this.#platform = platform;
    this.#role = role;
    this.#nonce = toBase64Url(platform.randomBytes(32));
  }

  /** For this side's description: 43 characters of base64url, the same at every call. */
  async commitment(): Promise<string> {
    const commitment = await this.#commitmentTo(this.#nonce, this.#role);
    this.#committed = true;
    return commitment;
  }

  /** Takes what came with the other side's description; the same one may come again. */
  receiveCommitment(commitment: unknown): void {
    if (!isBase64UrlOf32Bytes(commitment)) this.#fail('malformed');
    else if ((this.#theirCommitment ??= commitment) !== commitment) this.#fail('commitment-changed');
  }

  /** Whether this side committed and has the other's commitment: before that `reveal` would give the code away. */
  get mayReveal(): boolean {
    return this.#committed && this.#theirCommitment !== undefined && this.#mismatch === undefined;
  }

  /**
   * The nonce, for the open data channel. From now on the certificates have to stay those of `sdp`: with the nonce
   * known, others could be made until the codes are equal.
   * @throws Error unless `mayReveal`.
   */
  reveal(sdp: AgreedSdp): string {
    if (!this.mayReveal) throw new Error('the other side has not committed itself');
    this.#bind(sdp);
    return this.#nonce;
  }

  /** Takes the other side's nonce off the data channel; it may come again. */
  async receiveReveal(nonce: unknown): Promise<void> {
    const commitment = this.#theirCommitment;
    if (!isBase64UrlOf32Bytes(nonce)) return this.#fail('malformed');
    if (commitment === undefined) return this.#fail('commitment-broken');
    const other = this.#role === 'polite' ? 'impolite' : 'polite';
    if ((await this.#commitmentTo(nonce, other)) !== commitment) return this.#fail('commitment-broken');
    this.#theirNonce = nonce;
  }

  /** The code, once both nonces are out. To be asked again whenever descriptions were agreed on. */
  async outcome(sdp: AgreedSdp): Promise<SafetyState> {
    if (this.#fingerprints) this.#bind(sdp);
    const bound = this.#fingerprints;
    const theirs = this.#theirNonce;
    if (this.#mismatch) return { status: 'mismatch', reason: this.#mismatch };
    if (!bound || theirs === undefined) return { status: 'pending' };
    const local = [bound.local, this.#nonce];
    const remote = [bound.remote, theirs];
    const bytes = await this.#hash('safety-code', this.#role === 'impolite' ? [local, remote] : [remote, local]);
    if (this.#mismatch) return { status: 'mismatch', reason: this.#mismatch };
    return { status: 'ready', code: safetyCodeOf(bytes) };
  }

  #bind(sdp: AgreedSdp): void {
    const fingerprints = { local: fingerprintsOf(sdp.local), remote: fingerprintsOf(sdp.remote) };
    if (fingerprints.local.length === 0 || fingerprints.remote.length === 0) return this.#fail('malformed');
    this.#fingerprints ??= fingerprints;
    if (JSON.stringify(this.#fingerprints) !== JSON.stringify(fingerprints)) this.#fail('fingerprints-changed');
  }

  /** The role is part of it, so that nobody can hand a side its own commitment back. */
  async #commitmentTo(nonce: string, role: SafetyRole): Promise<string> {
    return toBase64Url(await this.#hash('safety-commitment', [role, nonce]));
  }

  /** JSON keeps apart what belongs apart; `purpose` keeps hashes made for one thing from being used for another. */
  #hash(purpose: string, parts: readonly unknown[]): Promise<Uint8Array<ArrayBuffer>> {
    return this.#platform.sha256(new TextEncoder().encode(JSON.stringify([`webrtc-client/${purpose}/1`, ...parts])));
  }

  /** The first reason stays. */
  #fail(reason: SafetyMismatch): void {
    this.#mismatch ??= reason;
  }
}
