import type { EarlyOffer } from '@ieum/signaling-protocol';
import type { IceConfiguration, PeerSessionOptions, SignalingChannel, SignalMessage } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import type { CallPeer } from './peer-roster';
import type { RoomConnection } from './room-connection';

export interface EarlyCallOptions {
  readonly consultId: string;
  /** The peer that this tab will be in the room. */
  readonly peerId: string;
  readonly connection: RoomConnection;
  readonly createPeer: (options: Pick<PeerSessionOptions, 'polite' | 'ahead' | 'signaling'>) => CallPeer;
  readonly onError: (error: unknown) => void;
}

/**
 * The call of a student who waits, to a mentor nobody knows yet. Its offer lies with the request, so that whoever accepts
 * can answer at once; no path is looked for before `meet`.
 */
export class EarlyCall {
  readonly #options: EarlyCallOptions;
  readonly #call: CallPeer;
  #offer: EarlyOffer | null = null;
  #stopLeaving: () => void = () => undefined;
  #channel: SignalingChannel | null = null;
  #listener: (message: SignalMessage) => void = () => undefined;
  #unsubscribe: () => void = () => undefined;

  constructor(options: EarlyCallOptions) {
    this.#options = options;
    this.#call = options.createPeer({
      polite: false,
      ahead: true,
      signaling: {
        send: (message) => (this.#channel ? this.#channel.send(message) : this.#offered(message)),
        subscribe: (listener) => {
          this.#listener = listener;
          return () => this.#unsubscribe();
        },
      },
    });
  }

  /** The mentor is there: the call goes on over `channel`, and is the caller's from now on. */
  meet(channel: SignalingChannel, configuration: Partial<IceConfiguration>): CallPeer {
    this.#stopLeaving();
    this.#channel = channel;
    this.#unsubscribe = channel.subscribe(this.#listener);
    try {
      this.#call.begin(configuration);
    } catch (error) {
      this.#call.close();
      throw error;
    }
    return this.#call;
  }

  close(): void {
    this.#stopLeaving();
    this.#call.close();
  }

  #offered(message: SignalMessage): void {
    if (message.type !== 'description' || this.#offer) return;
    const { description, commitment } = message;
    this.#offer = { peerId: this.#options.peerId, description, commitment };
    this.#stopLeaving = this.#options.connection.onConnect(() => void this.#leave());
    void this.#leave();
  }

  /** With the request; once the server has it, it stays there whatever becomes of the socket. */
  async #leave(): Promise<void> {
    const { connection, consultId, onError } = this.#options;
    if (!this.#offer) return;
    try {
      await connection.request('waiting:offer', { consultId, offer: this.#offer });
      this.#stopLeaving();
    } catch (error) {
      // Without it the call only begins a little later.
      if (!(error instanceof ApiError)) onError(error);
    }
  }
}
