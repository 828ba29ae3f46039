import { FakeEventTarget, namedError } from './fake-event-target';

/** An `RTCDataChannel`; a `FakeNetwork` joins it with the one of the same id at the other side. */
export class FakeDataChannel extends FakeEventTarget {
  readyState: RTCDataChannelState = 'connecting';
  /** Set it to make the browser's buffer look full. */
  bufferedAmount = 0;
  binaryType: BinaryType = 'blob';
  bufferedAmountLowThreshold = 0;
  /** The path is dead and nobody noticed: what is sent never arrives. */
  silent = false;
  readonly sent: unknown[] = [];
  #peer: FakeDataChannel | undefined;

  constructor(
    readonly label: string,
    readonly id: number,
  ) {
    super();
  }

  /** Opens both ends. */
  join(peer: FakeDataChannel): void {
    this.#peer = peer;
    peer.#peer = this;
    for (const channel of [this, peer]) {
      if (channel.readyState !== 'connecting') continue;
      channel.readyState = 'open';
      channel.fire('open');
    }
  }

  send(data: unknown): void {
    if (this.readyState !== 'open') throw namedError('InvalidStateError');
    this.sent.push(data);
    const peer = this.#peer;
    void Promise.resolve().then(() => peer?.readyState === 'open' && !this.silent && peer.fire('message', { data }));
  }

  /** Closes both ends; as in browsers the other one hears of an error first, cause 12 (RFC 9260 §3.3.10.12). */
  close(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    this.fire('close');
    const peer = this.#peer;
    void Promise.resolve().then(() => {
      if (!peer || peer.readyState === 'closed') return;
      peer.readyState = 'closed';
      peer.fire('error', { error: Object.assign(namedError('OperationError'), { sctpCauseCode: 12 }) });
      peer.fire('close');
    });
  }
}
