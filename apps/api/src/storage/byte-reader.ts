/** Takes a stream apart: a line, or so many bytes. `undefined`: it ended before. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private kept = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async line(mostBytes: number): Promise<string | undefined> {
    let end: number;
    while ((end = this.kept.indexOf('\n')) === -1) {
      if (this.kept.length > mostBytes || !(await this.more())) return undefined;
    }
    const line = this.kept.toString('utf8', 0, end);
    this.kept = this.kept.subarray(end + 1);
    return line;
  }

  async take(bytes: number): Promise<Buffer | undefined> {
    const taken = Buffer.allocUnsafe(bytes);
    let length = 0;
    while (length < bytes) {
      if (this.kept.length === 0 && !(await this.more())) return undefined;
      const copied = this.kept.copy(taken, length);
      length += copied;
      this.kept = this.kept.subarray(copied);
    }
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.kept.length === 0) if (!(await this.more())) return true;
    return false;
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.chunks.next();
    if (done) return false;
    this.kept = this.kept.length === 0 ? Buffer.from(value) : Buffer.concat([this.kept, value]);
    return true;
  }
}
