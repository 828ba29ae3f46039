import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

interface Arrival {
  readonly text: string;
  readonly atMs: number;
  readonly fromPort: number;
}

/** One end of a path in a test without a browser: it remembers what arrives and waits for it. */
export class UdpEnd {
  readonly arrivals: Arrival[] = [];

  private constructor(
    private readonly socket: Socket,
    readonly port: number,
  ) {
    socket.on('message', (packet, { port: fromPort }) => {
      this.arrivals.push({ text: packet.toString().trimEnd(), atMs: performance.now(), fromPort });
    });
  }

  static async open(): Promise<UdpEnd> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new UdpEnd(socket, socket.address().port);
  }

  get texts(): string[] {
    return this.arrivals.map(({ text }) => text);
  }

  /** `bytes` pads the packet with blanks. */
  send(text: string, toPort: number, bytes = 0): void {
    this.socket.send(text.padEnd(bytes), toPort, '127.0.0.1');
  }

  /** What has arrived, once it is `count` packets. */
  async received(count: number): Promise<readonly Arrival[]> {
    while (this.arrivals.length < count) await once(this.socket, 'message');
    return this.arrivals;
  }

  close(): void {
    this.socket.close();
  }
}
