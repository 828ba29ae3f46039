import type { Clock } from '../clock';
import type { InspectorWorker } from './inspector-worker';
import type { UpdateInspector, UpdateVerdict } from './update-inspector';
import type { FromInspector, ToInspector } from './worker-messages';

/** How long an update may take, and how much longer for every mebibyte: a whole document is one update, and phones are slow. */
const BUDGET_MS = 1_000;
const BUDGET_MS_PER_BYTE = 1_000 / 1_048_576;

/** How long a worker may take to load itself and the document. */
const START_MS = 10_000;

/** An answer may lie ready while the page was too busy, or asleep, to take it. */
const GRACE_MS = 50;

export interface WorkerInspectorOptions {
  /** Called again whenever one had to be ended. When it throws, everything is `too-slow`. */
  readonly createWorker: () => InspectorWorker;
  readonly clock: Clock;
}

interface Running {
  readonly worker: InspectorWorker;
  /** Which `start` it was given last. */
  number: number;
  ready: boolean;
  /** Its copy is not the document any more: it needs a new `start`. */
  stale: boolean;
}

interface Question {
  readonly update: Uint8Array;
  readonly ownClient: number;
  readonly resolve: (verdict: UpdateVerdict) => void;
  asked: boolean;
}

/**
 * An inspector in a worker, so that no update can hold up the page. A watchdog ends the worker when an update takes longer than
 * the budget, and starts another with the document as it is.
 */
export class WorkerInspector implements UpdateInspector {
  readonly #options: WorkerInspectorOptions;
  #state: (() => Uint8Array) | undefined;
  #running: Running | undefined;
  #starts = 0;
  #question: Question | undefined;
  #judged: Uint8Array | undefined;
  #stopWatch: (() => void) | undefined;

  constructor(options: WorkerInspectorOptions) {
    this.#options = options;
  }

  follow(state: () => Uint8Array): void {
    this.#state = state;
    if (this.#running) this.#running.stale = true;
    this.#start();
  }

  inspect(update: Uint8Array, ownClient: number): Promise<UpdateVerdict> {
    return new Promise((resolve) => {
      if (!this.#state) {
        resolve('too-slow');
        return;
      }
      this.#question = { update, ownClient, resolve, asked: false };
      this.#start();
      this.#ask();
    });
  }

  accepted(update: Uint8Array): void {
    const running = this.#running;
    // A worker that starts anew is given it with everything else.
    if (running && !running.stale && update !== this.#judged) this.#post(running, { kind: 'accepted', update });
    if (update === this.#judged) this.#judged = undefined;
  }

  close(): void {
    this.#state = undefined;
    this.#end();
    this.#answer('too-slow');
  }

  /** A worker that has the document, or is about to. */
  #start(): void {
    if (!this.#state || (this.#running && !this.#running.stale)) return;
    const running = this.#running ?? this.#create();
    if (!running) {
      this.#answer('too-slow');
      return;
    }
    this.#running = running;
    this.#starts += 1;
    Object.assign(running, { number: this.#starts, ready: false, stale: false });
    this.#post(running, { kind: 'start', number: running.number, state: this.#state() });
    this.#watch(START_MS);
  }

  #create(): Running | undefined {
    let worker: InspectorWorker;
    try {
      worker = this.#options.createWorker();
    } catch {
      return undefined;
    }
    const running: Running = { worker, number: 0, ready: false, stale: true };
    worker.onMessage((message) => this.#onMessage(running, message as FromInspector));
    return running;
  }

  #ask(): void {
    const question = this.#question;
    const running = this.#running;
    if (!question || question.asked || !running?.ready) return;
    question.asked = true;
    this.#post(running, { kind: 'inspect', update: question.update, ownClient: question.ownClient });
    this.#watch(BUDGET_MS + BUDGET_MS_PER_BYTE * question.update.byteLength);
  }

  #onMessage(running: Running, message: FromInspector): void {
    // Of a worker that was ended, or about a document from before the last start.
    if (running !== this.#running || message.number !== running.number) return;
    this.#stopWatch?.();
    this.#stopWatch = undefined;
    switch (message.kind) {
      case 'ready':
        running.ready = true;
        this.#ask();
        break;
      case 'verdict':
        this.#judged = message.sound ? this.#question?.update : undefined;
        this.#answer(message.sound ? 'sound' : 'malformed');
        break;
      case 'ruined':
        running.stale = true;
        if (!this.#question) return;
        this.#question.asked = false;
        this.#start();
        break;
    }
  }

  #watch(ms: number): void {
    const { clock } = this.#options;
    this.#stopWatch?.();
    this.#stopWatch = clock.setTimeout(() => {
      this.#stopWatch = clock.setTimeout(() => this.#giveUp(), GRACE_MS);
    }, ms);
  }

  #giveUp(): void {
    const wasReady = this.#running?.ready;
    this.#end();
    this.#answer('too-slow');
    // One that could not even load is not tried again before there is something to inspect.
    if (wasReady) this.#start();
  }

  #end(): void {
    this.#stopWatch?.();
    this.#stopWatch = undefined;
    this.#running?.worker.terminate();
    this.#running = undefined;
    this.#judged = undefined;
  }

  #answer(verdict: UpdateVerdict): void {
    const question = this.#question;
    this.#question = undefined;
    question?.resolve(verdict);
  }

  #post(running: Running, message: ToInspector): void {
    running.worker.post(message);
  }
}
