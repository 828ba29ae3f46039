import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What one direction does to its packets. */
export interface Faults {
  /** How long a packet is under way. */
  readonly delayMs: number;
  /** Up to how much longer, evenly spread; packets stay in order. */
  readonly jitterMs: number;
  /** The share of packets that are lost, 0 to 1. */
  readonly loss: number;
  /** 0 for no limit; packets queue behind each other. */
  readonly bitsPerSecond: number;
  /** How much may wait for its turn at `bitsPerSecond`, 65,536 if not set; what comes on top is lost. */
  readonly queueBytes: number;
  /** Whether everything is lost, also what is under way. */
  readonly blackOut: boolean;
}

type Direction = 'aToB' | 'bToA';

/** What went one way so far. */
interface LinkTraffic {
  readonly packets: number;
  readonly lost: number;
  readonly delivered: number;
  readonly deliveredBytes: number;
}

interface Target {
  readonly host: string;
  readonly port: number;
  /** Which side may reach it; it belongs to the other one. */
  readonly from: 'a' | 'b';
}

/** A bad network between side `a` and side `b`: a UDP proxy whose faults can be changed at any time. */
export class FaultProxy {
  readonly #answers = new Map<number, (answer: unknown) => void>();
  #lastId = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, answer }: { id: number; answer: unknown }) => {
      this.#answers.get(id)?.(answer);
      this.#answers.delete(id);
    });
  }

  /** `seed` decides which packets are lost. */
  static async start({ seed = 1 } = {}): Promise<FaultProxy> {
    const child = fork(join(import.meta.dirname, 'process.mjs'), [String(seed)], { execArgv: [] });
    await once(child, 'message');
    return new FaultProxy(child);
  }

  /** A port of 127.0.0.1 that leads through the bad network to `target`. */
  async expose(target: Target): Promise<number> {
    return (await this.#ask('expose', target)) as number;
  }

  /** Changes what is given, both ways or one; the rest stays as it is. */
  async set(faults: Partial<Faults>, directions: readonly Direction[] = ['aToB', 'bToA']): Promise<void> {
    for (const direction of directions) await this.#ask('set', { direction, faults });
  }

  /** What a new NAT binding or another network looks like from outside: packets come from an unknown address. */
  async changeAddress(): Promise<void> {
    await this.#ask('changeAddress', undefined);
  }

  async traffic(): Promise<Readonly<Record<Direction, LinkTraffic>>> {
    return (await this.#ask('traffic', undefined)) as Readonly<Record<Direction, LinkTraffic>>;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  #ask(name: string, argument: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, failed) => {
      this.#answers.set(id, resolve);
      this.child.send({ id, name, argument }, (error) => error && failed(error));
    });
  }
}
