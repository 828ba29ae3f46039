/** An element of EBML (RFC 8794), as WebM is made of. `end`: `null` where its size is not known, as in what is recorded live. */
export interface Element {
  readonly id: number;
  readonly start: number;
  readonly data: number;
  readonly end: number | null;
}

/** Reads the head of an element; `null` where there is none. */
export function readElement(bytes: Uint8Array, start: number): Element | null {
  const id = readNumber(bytes, start, { marked: true });
  const size = id && id.length <= 4 ? readNumber(bytes, id.next, { marked: false }) : null;
  if (!id || !size) return null;
  const end = size.unknown ? null : size.next + size.value;
  return end !== null && end > bytes.byteLength ? null : { id: id.value, start, data: size.next, end };
}

/** The elements from `start` on, as long as each says where it ends. */
export function* elementsIn(bytes: Uint8Array, start: number, end: number): Generator<Element & { end: number }> {
  for (let at = start; at < end;) {
    const element = readElement(bytes, at);
    if (!element || element.end === null) return;
    yield { ...element, end: element.end };
    at = element.end;
  }
}

/** An unsigned number, most significant byte first. */
export const readUint = (bytes: Uint8Array, start: number, end: number): number =>
  bytes.subarray(start, end).reduce((value, byte) => value * 256 + byte, 0);

/** An element; its size takes eight bytes, so that how long it will be is known before it is made. */
export function element(id: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const all = [headOf(id, size), ...parts];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The head alone of an element of `size` bytes. */
export function headOf(id: number, size: number): Uint8Array<ArrayBuffer> {
  const name = uint(id).slice(-idLength(id));
  const length = uint(size);
  length[0] = 0x01;
  return Uint8Array.of(...name, ...length);
}

/** Eight bytes. */
export function uint(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** Eight bytes. */
export function float(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

const idLength = (id: number): number => (id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1);

/** A number that says by its leading zeros how long it is (RFC 8794 §4); an id keeps that mark. */
function readNumber(bytes: Uint8Array, start: number, { marked }: { readonly marked: boolean }) {
  const first = bytes[start];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (start + length > bytes.byteLength) return null;
  const mark = 1 << (8 - length);
  const rest = bytes.subarray(start + 1, start + length);
  const value = rest.reduce((sum, byte) => sum * 256 + byte, marked ? first : first - mark);
  const unknown = !marked && first === mark * 2 - 1 && rest.every((byte) => byte === 0xff);
  return { value, length, next: start + length, unknown };
}
