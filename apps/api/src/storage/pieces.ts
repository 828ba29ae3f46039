/** The same content in pieces of one size, the last as it comes: some stores want them to be equal. */
export async function* piecesOf(content: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Buffer> {
  let piece = Buffer.allocUnsafe(size);
  let length = 0;
  for await (const chunk of content) {
    for (let start = 0; start < chunk.length;) {
      const taken = chunk.subarray(start, start + size - length);
      piece.set(taken, length);
      length += taken.length;
      start += taken.length;
      if (length < size) continue;
      yield piece;
      piece = Buffer.allocUnsafe(size);
      length = 0;
    }
  }
  if (length > 0) yield piece.subarray(0, length);
}
