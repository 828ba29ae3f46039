/** The largest frame, in bytes, its first byte included: what every browser sends in one piece (RFC 8831 §6.6). */
export const MAX_FRAME_BYTES = 16_384;

/** The largest state vector, in bytes: some six thousand visits. */
export const MAX_STATE_VECTOR_BYTES = 65_536;

/** What a message is; the first byte of each of its frames, with `MORE_FOLLOWS` on all but the last. */
export const MESSAGE_KINDS = {
  /** A state vector: send me what I lack, and your own state vector. */
  hello: 1,
  /** An update of format 1. */
  update: 2,
  /** A state vector in return for a `hello`. */
  welcome: 3,
} as const;

export type MessageKind = keyof typeof MESSAGE_KINDS;

const MORE_FOLLOWS = 0x80;
const PIECE_BYTES = MAX_FRAME_BYTES - 1;

const KINDS = new Map<number, MessageKind>(
  Object.entries(MESSAGE_KINDS).map(([kind, code]) => [code, kind as MessageKind]),
);

/** The frames of one message, to be sent one after the other with nothing in between. All but the last are full. */
export function splitMessage(kind: MessageKind, content: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at === 0 || at < content.byteLength; at += PIECE_BYTES) {
    const piece = content.subarray(at, at + PIECE_BYTES);
    const frame = new Uint8Array(1 + piece.byteLength);
    frame[0] = MESSAGE_KINDS[kind] | (at + PIECE_BYTES < content.byteLength ? MORE_FOLLOWS : 0);
    frame.set(piece, 1);
    frames.push(frame);
  }
  return frames;
}

/** A whole message. */
export interface Message {
  readonly kind: MessageKind;
  readonly content: Uint8Array;
}

/** Puts frames together again. Holds no more than the longest message that is allowed. */
export class MessageAssembler {
  readonly #maxUpdateBytes: number;
  #kind: MessageKind | undefined;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  constructor(options: { readonly maxUpdateBytes: number }) {
    this.#maxUpdateBytes = options.maxUpdateBytes;
  }

  /** The message that this frame completes; undefined when more has to come. After a refusal it must not be used again. */
  take(frame: string | ArrayBuffer): Message | 'frame-invalid' | 'too-large' | undefined {
    if (typeof frame === 'string' || frame.byteLength < 1 || frame.byteLength > MAX_FRAME_BYTES) return 'frame-invalid';
    const bytes = new Uint8Array(frame);
    const first = bytes[0] ?? 0;
    const more = (first & MORE_FOLLOWS) !== 0;
    const kind = KINDS.get(first & ~MORE_FOLLOWS);
    if (!kind || (this.#kind && this.#kind !== kind)) return 'frame-invalid';
    // Otherwise one message could be made of millions of pieces.
    if (more && bytes.byteLength < MAX_FRAME_BYTES) return 'frame-invalid';
    this.#bytes += bytes.byteLength - 1;
    if (this.#bytes > (kind === 'update' ? this.#maxUpdateBytes : MAX_STATE_VECTOR_BYTES)) return 'too-large';
    this.#kind = kind;
    this.#pieces.push(bytes.subarray(1));
    return more ? undefined : this.#complete(kind);
  }

  #complete(kind: MessageKind): Message {
    const [only, ...others] = this.#pieces;
    const content = only && others.length === 0 ? only : joined(this.#pieces, this.#bytes);
    this.#kind = undefined;
    this.#pieces = [];
    this.#bytes = 0;
    return { kind, content };
  }
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
