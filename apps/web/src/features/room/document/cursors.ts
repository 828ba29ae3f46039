import type { Clock, PeerChannel } from '@ieum/webrtc-client';
import { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { parseCursorFrame } from './cursor-frame';
import type { BoardPointer, CursorRange } from './cursor-frame';

/** At most thirty a second. */
const LEAST_MS = 34;
/** The last one may have been lost, and there may be no next one. */
const REPEAT_MS = 1_000;

/** Where somebody is in the parts of the document. */
interface Place {
  readonly cursor: CursorRange;
  readonly board: BoardPointer;
  readonly typing: boolean;
}

interface Partner {
  readonly id: number;
  /** Of their newest frame. */
  n: number;
  /** What it said, while it is too early to show it. */
  waiting: Place | null;
  cancel: (() => void) | null;
}

/** Where the carets and pointers of both sides are: ours goes over a channel that may lose it, theirs is shown as it comes. */
export class Cursors {
  /** For the editor: what it says of itself, and one state for every other side. */
  readonly awareness: Awareness;
  readonly #clock: Clock;
  readonly #channels = new Set<PeerChannel>();
  #sentAt = -Infinity;
  #made = 0;
  #partners = 0;
  #cancel: () => void = () => undefined;

  constructor(doc: Doc, clock: Clock) {
    this.#clock = clock;
    this.awareness = new Awareness(doc);
    this.awareness.on('change', (_change: unknown, origin: unknown) => {
      if (origin === 'local') this.#plan(this.#sentAt + LEAST_MS - clock.now());
    });
  }

  /** Over this channel until the answer is called: the call is over. */
  connect(channel: PeerChannel): () => void {
    this.#partners += 1;
    // No document has a writer of this id: it is beyond those Yjs draws.
    const partner: Partner = { id: 2 ** 32 + this.#partners, n: -1, waiting: null, cancel: null };
    this.#channels.add(channel);
    const stops = [
      channel.on('message', (data) => this.#received(data, partner)),
      channel.on('open', (open) => {
        if (open) return this.#plan(0);
        partner.n = -1;
        this.#forget(partner);
      }),
    ];
    if (channel.isOpen) this.#plan(0);
    return () => {
      for (const stop of stops) stop();
      this.#channels.delete(channel);
      this.#forget(partner);
    };
  }

  close(): void {
    this.#channels.clear();
    this.awareness.destroy();
    this.#cancel();
  }

  #received(data: string | ArrayBuffer, partner: Partner): void {
    const frame = parseCursorFrame(data);
    if (!frame || frame.n <= partner.n) return;
    partner.n = frame.n;
    partner.waiting = frame;
    if (!partner.cancel) this.#showNext(partner);
  }

  /** As often as a page of ours sends: each one that is shown costs a drawing. */
  #showNext(partner: Partner): void {
    const next = partner.waiting;
    partner.waiting = null;
    partner.cancel = next && this.#clock.setTimeout(() => this.#showNext(partner), LEAST_MS);
    if (next) this.#show(partner, next);
  }

  #forget(partner: Partner): void {
    partner.cancel?.();
    partner.cancel = null;
    partner.waiting = null;
    this.#show(partner, null);
  }

  #show({ id }: Partner, place: Place | null): void {
    const { states } = this.awareness;
    const had = states.has(id);
    const shown =
      place && isSomewhere(place) ? { cursor: place.cursor, board: place.board, typing: place.typing } : null;
    if (shown) states.set(id, shown);
    else states.delete(id);
    if (!shown && !had) return;
    const change = { added: [] as number[], updated: [] as number[], removed: [] as number[] };
    (shown ? (had ? change.updated : change.added) : change.removed).push(id);
    this.awareness.emit('change', [change, this]);
  }

  #plan(ms: number): void {
    this.#cancel();
    this.#cancel = this.#clock.setTimeout(
      () => {
        this.#send();
        this.#cancel = this.#clock.setTimeout(() => this.#send(), REPEAT_MS);
      },
      Math.max(0, ms),
    );
  }

  #send(): void {
    this.#sentAt = this.#clock.now();
    this.#made += 1;
    const own = this.awareness.getLocalState();
    const [cursor, board, typing] = [own?.cursor ?? null, own?.board ?? null, own?.typing === true];
    const frame = JSON.stringify({ n: this.#made, cursor, board, typing });
    for (const channel of this.#channels) channel.send(frame);
  }
}

const isSomewhere = ({ cursor, board, typing }: Place): boolean => cursor !== null || board !== null || typing;
