import { once } from 'node:events';
import { PROTOCOL_VERSION } from '@ieum/signaling-protocol';
import { type ClientOptions, WebSocket } from 'ws';

const PING = '2';
const PONG = '3';

/** Packets of Engine.IO (first digit) and Socket.IO (second digit) as text. */
export const CONNECT = '40';
export const DISCONNECT = '41';
export const EVENT = '42';

const WITHIN_MS = 15_000;

/** A WebSocket to the signaling server below Socket.IO: sends any bytes, keeps every packet that comes but the pings. */
export class RawSocket {
  readonly received: string[] = [];
  readonly closed: Promise<{ code: number }>;
  private readonly waiters = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const packet = data.toString();
      if (packet === PING) socket.send(PONG);
      else this.received.push(packet);
      this.wake();
    });
    // What goes wrong on the way is followed by `close`, which the tests look at.
    socket.on('error', (error) => this.received.push(`error: ${error.message}`));
    socket.on('close', () => this.wake());
    this.closed = new Promise((resolve) => socket.once('close', (code) => resolve({ code })));
  }

  /** Opens the connection only; nothing is said. */
  static async open(url: string, options: ClientOptions = {}): Promise<RawSocket> {
    const address = `${url.replace(/^http/u, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const raw = new RawSocket(new WebSocket(address, { perMessageDeflate: false, ...options }));
    await once(raw.socket, 'open');
    return raw;
  }

  /** Opens the connection and signs in. */
  static async signedIn(url: string, token: string): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.send(connectPacket(token));
    await raw.next((packet) => packet.startsWith(CONNECT));
    return raw;
  }

  send(data: string | Buffer): void {
    this.socket.send(data);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The first packet, come or still to come, that is wanted. */
  async next(wanted: (packet: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.received.find(wanted);
      if (found !== undefined) return found;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`Closed after ${this.received.join(' ')}`);
      await this.change();
    }
  }

  /** The answers to requests so far. */
  get answers(): unknown[] {
    return this.received
      .map((packet) => /^43\d+(\[.*\])$/su.exec(packet)?.[1])
      .filter((body) => body !== undefined)
      .map((body) => (JSON.parse(body) as unknown[])[0]);
  }

  /** Waits until there are so many answers, or the server has closed the connection. */
  async answered(count: number): Promise<'answered' | 'closed'> {
    while (this.answers.length < count) {
      if (this.socket.readyState === WebSocket.CLOSED) return 'closed';
      await this.change();
    }
    return 'answered';
  }

  async close(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }

  /** The next packet, or the end. */
  private change(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing came after ${this.received.join(' ')}`)), WITHIN_MS);
      this.waiters.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wake(): void {
    for (const waiter of this.waiters) waiter();
    this.waiters.clear();
  }
}

export const connectPacket = (token: string): string =>
  `${CONNECT}${JSON.stringify({ token, protocol: PROTOCOL_VERSION })}`;
