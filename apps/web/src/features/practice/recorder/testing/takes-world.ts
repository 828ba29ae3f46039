import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { AnswerTakes } from '../answer-takes';
import type { TakeSink, TakeSummary } from '../recorder-ports';
import { FakeLocks } from './fake-locks';
import { FakeRecordingServer } from './fake-recording-server';
import { FakeSliceStore } from './fake-slice-store';

export const QUESTION = '5b1f2f9e-9a58-4a7e-8d62-0d3c9f3f2b10';

/** For specs: a device, its network and a server, and any number of pages one after the other or side by side. */
export class TakesWorld {
  readonly clock = new ManualClock();
  readonly store = new FakeSliceStore();
  readonly server = new FakeRecordingServer();
  readonly locks = new FakeLocks();
  readonly errors: unknown[] = [];
  /** How many pages the browser would ask for before it closes them. */
  pagesHeld = 0;
  readonly #online = new Set<() => void>();
  #takesMade = 0;

  /** A page of its own. */
  async page(locks = this.locks): Promise<AnswerTakes> {
    const takes = new AnswerTakes({
      store: this.store,
      server: this.server,
      locks,
      hash: async (bytes) => `sha256 of ${[...bytes].join()}`,
      clock: this.clock,
      random: () => 1,
      onOnline: (listener) => {
        this.#online.add(listener);
        return () => this.#online.delete(listener);
      },
      hold: () => {
        this.pagesHeld += 1;
        return () => void (this.pagesHeld -= 1);
      },
      newId: () => `take-${(this.#takesMade += 1)}`,
      wallClock: () => 1_000 * this.#takesMade,
      onError: (error) => void this.errors.push(error),
    });
    const opened = takes.open();
    await settle();
    await Promise.race([opened, Promise.resolve()]);
    return takes;
  }

  async comeOnline(): Promise<void> {
    this.server.offline = false;
    for (const listener of [...this.#online]) listener();
    await settle();
  }

  get listeners(): number {
    return this.#online.size;
  }
}

export const summary = (durationMs: number): TakeSummary => ({ durationMs, voicedMs: durationMs / 2, peaks: [0.5] });

/** Five seconds more of it. */
export async function addSlice(sink: TakeSink, ...bytes: number[]): Promise<void> {
  sink.add(Uint8Array.from(bytes), summary(bytes.length * 5_000));
  await settle();
}

export async function finish(sink: TakeSink, durationMs = 10_000): Promise<void> {
  sink.finish(summary(durationMs));
  await settle();
}
