import {
  type Ack,
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ProtocolError,
  type PushName,
  type PushOf,
  PUSHES,
  type RequestName,
  type RequestOf,
  type ResponseOf,
  type ServerToClientEvents,
} from '@ieum/signaling-protocol';
import { io, type Socket } from 'socket.io-client';

type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A refused request or handshake. */
class Refused extends Error {
  constructor(readonly error: ProtocolError) {
    super(error.code);
  }
}

/** A Socket.IO client that remembers every push, so that a test can wait for one that has already come. */
export class TestSocket {
  private readonly pushes: { name: PushName; payload: unknown }[] = [];
  private readonly waiters = new Set<() => void>();

  private constructor(readonly socket: ClientSocket) {
    for (const name of Object.keys(PUSHES) as PushName[]) {
      socket.on(name, (payload: unknown) => {
        this.pushes.push({ name, payload });
        for (const wake of [...this.waiters]) wake();
      });
    }
  }

  /** Connects and waits until the server has let the socket in. @throws Refused */
  static async connect(
    url: string,
    token: string,
    options: { protocol?: number; origin?: string } = {},
  ): Promise<TestSocket> {
    const socket: ClientSocket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token, protocol: options.protocol ?? PROTOCOL_VERSION },
      ...(options.origin ? { extraHeaders: { origin: options.origin } } : {}),
    });
    const client = new TestSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error: Error & { data?: ProtocolError }) => {
        socket.close();
        reject(error.data ? new Refused(error.data) : error);
      });
    });
    return client;
  }

  /** Sends a request and returns the data of its answer. @throws Refused */
  async ask<Name extends RequestName>(name: Name, payload: RequestOf<Name>): Promise<ResponseOf<Name>> {
    const answer = await this.askRaw(name, payload);
    if (!answer.ok) throw new Refused(answer.error);
    return answer.data as ResponseOf<Name>;
  }

  /** Sends whatever it is given, as a hostile client would. */
  async askRaw(name: string, ...payload: unknown[]): Promise<Ack<unknown>> {
    const untyped = this.socket as unknown as Socket;
    return untyped.timeout(10_000).emitWithAck(name, ...payload);
  }

  /** The first push of this name, come or still to come, that the predicate wants. */
  async next<Name extends PushName>(
    name: Name,
    wanted: (payload: PushOf<Name>) => boolean = () => true,
  ): Promise<PushOf<Name>> {
    for (;;) {
      const found = this.all(name).find(wanted);
      if (found) return found;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          this.waiters.delete(wake);
          reject(new Error(`No ${name} came that was wanted; came: ${JSON.stringify(this.pushes).slice(0, 2000)}`));
        }, 10_000);
        const wake = () => {
          clearTimeout(timer);
          this.waiters.delete(wake);
          resolve();
        };
        this.waiters.add(wake);
      });
    }
  }

  /** Every push of this name so far. */
  all<Name extends PushName>(name: Name): PushOf<Name>[] {
    return this.pushes.filter((push) => push.name === name).map(({ payload }) => payload as PushOf<Name>);
  }

  forget(): void {
    this.pushes.length = 0;
  }

  async closed(): Promise<string> {
    if (!this.socket.connected) return 'already closed';
    return new Promise((resolve) => this.socket.once('disconnect', resolve));
  }

  close(): void {
    this.socket.close();
  }
}
