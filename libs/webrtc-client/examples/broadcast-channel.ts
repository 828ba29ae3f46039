import type { SignalingChannel, SignalMessage } from '@ieum/webrtc-client';

/** Another tab, and this tab's part towards it. */
export interface OtherTab {
  readonly peerId: string;
  readonly polite: boolean;
}

export interface TabsOptions {
  /** Tabs of one origin with the same name find each other. */
  readonly name: string;
  readonly onArrived: (tab: OtherTab) => void;
  readonly onLeft: (peerId: string) => void;
}

type Note =
  | { readonly type: 'hello' | 'here' | 'bye'; readonly from: string; readonly to?: string }
  | { readonly type: 'signal'; readonly from: string; readonly to: string; readonly message: SignalMessage };

/**
 * Signaling between the tabs of one browser, without a server (HTML §9.5, `BroadcastChannel`): who is there, and a
 * `SignalingChannel` to each. Whoever comes says hello, everyone there answers; of a pair, the smaller id is polite.
 */
export class Tabs {
  readonly peerId = crypto.randomUUID();
  readonly #options: TabsOptions;
  readonly #channel: BroadcastChannel;
  readonly #known = new Set<string>();
  readonly #listeners = new Map<string, (message: SignalMessage) => void>();

  constructor(options: TabsOptions) {
    this.#options = options;
    this.#channel = new BroadcastChannel(options.name);
    this.#channel.addEventListener('message', this.#onNote);
    window.addEventListener('pagehide', this.#leave);
    this.#post({ type: 'hello', from: this.peerId });
  }

  channelTo(peerId: string): SignalingChannel {
    return {
      send: (message) => this.#post({ type: 'signal', from: this.peerId, to: peerId, message }),
      subscribe: (listener) => {
        this.#listeners.set(peerId, listener);
        return () => void this.#listeners.delete(peerId);
      },
    };
  }

  close(): void {
    this.#leave();
    window.removeEventListener('pagehide', this.#leave);
    this.#channel.close();
  }

  readonly #leave = (): void => this.#post({ type: 'bye', from: this.peerId });

  readonly #onNote = ({ data: note }: MessageEvent<Note>): void => {
    if (note.to !== undefined && note.to !== this.peerId) return;
    if (note.type === 'signal') return this.#listeners.get(note.from)?.(note.message);
    if (note.type === 'bye') {
      if (this.#known.delete(note.from)) this.#options.onLeft(note.from);
      return;
    }
    if (note.type === 'hello') this.#post({ type: 'here', from: this.peerId, to: note.from });
    if (this.#known.has(note.from)) return;
    this.#known.add(note.from);
    this.#options.onArrived({ peerId: note.from, polite: this.peerId < note.from });
  };

  #post(note: Note): void {
    this.#channel.postMessage(note);
  }
}
