import type { ClientSocket, ConnectionPorts, HandshakeAuth } from '../connection-status';

interface Sent {
  readonly name: string;
  readonly payload: unknown;
  readonly ack: (error: Error | null, answer?: unknown) => void;
}

/** A Socket.IO socket whose server is the test. */
export class FakeSocket implements ClientSocket {
  connected = false;
  attempts = 0;
  auth: HandshakeAuth | null = null;
  readonly sent: Sent[] = [];
  readonly #listeners = new Map<string, (...args: never[]) => void>();

  constructor(private readonly authNow: () => HandshakeAuth) {}

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, listener);
  }

  connect(): void {
    this.attempts += 1;
    this.auth = this.authNow();
  }

  disconnect(): void {
    if (this.connected) this.drop();
  }

  timeout() {
    return {
      emit: (name: string, payload: unknown, ack: Sent['ack']) => void this.sent.push({ name, payload, ack }),
    };
  }

  /** The server lets the socket in. */
  accept(): void {
    this.connected = true;
    this.receive('connect');
  }

  refuse(code: string): void {
    this.receive('connect_error', Object.assign(new Error(code), { data: { code, message: 'no' } }));
  }

  fail(): void {
    this.receive('connect_error', new Error('websocket error'));
  }

  drop(): void {
    this.connected = false;
    this.receive('disconnect', 'transport close');
    for (const { ack } of this.sent.splice(0)) ack(new Error('socket has been disconnected'));
  }

  receive(event: string, ...args: unknown[]): void {
    this.#listeners.get(event)?.(...(args as never[]));
  }

  last(name: string): Sent {
    const found = this.sent.findLast((sent) => sent.name === name);
    if (!found) throw new Error(`nothing was sent as ${name}`);
    return found;
  }
}

/** Ports with timers that run when the test says so. */
export class FakePorts implements ConnectionPorts {
  readonly reported: unknown[] = [];
  readonly timers = new Map<() => void, number>();
  socket: FakeSocket | null = null;

  createSocket = (auth: () => HandshakeAuth): FakeSocket => (this.socket = new FakeSocket(auth));
  setTimer = (run: () => void, ms: number) => {
    this.timers.set(run, ms);
    return () => void this.timers.delete(run);
  };
  random = () => 1;
  reportError = (error: unknown) => void this.reported.push(error);

  /** Lets `ms` pass for every timer that waits no longer than that. */
  pass(ms: number): void {
    for (const [run, after] of [...this.timers]) {
      if (after > ms) continue;
      this.timers.delete(run);
      run();
    }
  }
}
