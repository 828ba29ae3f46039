/** Looked up once: in Jest's contexts every look-up of a global takes its time. */
const { imul } = Math;

/**
 * A file that is made up as it is read, so that a large one takes no memory: each byte follows from its place and the
 * seed. Remembers the largest piece that was read.
 */
export class FakeFile {
  readonly type: string;
  largestRead = 0;
  /** Called when a piece is read, before it is there; throws to make the reading fail. */
  onRead: ((start: number, end: number) => void) | undefined;

  constructor(
    readonly size: number,
    readonly name: string,
    readonly seed = 0,
    type = '',
  ) {
    this.type = type;
  }

  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return {
      arrayBuffer: async () => {
        await Promise.resolve();
        this.onRead?.(start, end);
        this.largestRead = Math.max(this.largestRead, end - start);
        return this.bytes(start, end).buffer;
      },
    };
  }

  /** The content. */
  bytes(start = 0, end = this.size): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(end - start);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (imul(start + at + 1, 2_654_435_761) >>> 13) ^ this.seed;
    return bytes;
  }

  /** As much of a `Blob` as is sent. */
  get blob(): Blob & { readonly name: string } {
    return this as unknown as Blob & { readonly name: string };
  }
}

/** Whether two contents are the same: quick, and without a page of numbers when they are not. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
