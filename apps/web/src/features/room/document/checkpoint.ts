import type { RoomDocument } from '@ieum/room-document';
import type { Clock } from '@ieum/webrtc-client';
import { encodeStateVectorFromUpdate } from 'yjs';
import { ApiError } from '../../../shared/lib/api-error';
import type { ApiErrorCode } from '../../../shared/lib/api-error';
import type { DocumentServer } from './document-server';
import { retryDelay } from './retry-delay';

/**
 * What the server has of the document.
 *
 * - `loading`: it has not said yet what it has, and nothing was written here
 * - `saved`: everything
 * - `saving`: not all, and the rest is on its way or goes in a moment
 * - `failing`: not all, and it cannot be reached; tried again
 * - the others: it takes no more, for good. `not-kept`: it keeps nothing of such a consult; `closed`: the consult is
 *   over; `too-large`; `refused`: anything else it said
 */
export type ServerCopy = 'loading' | 'saved' | 'saving' | 'failing' | StopReason;
export type StopReason = 'not-kept' | 'closed' | 'too-large' | 'refused';

export interface CheckpointOptions {
  readonly document: Pick<RoomDocument, 'encode' | 'stateVector' | 'receive' | 'onUpdate'>;
  readonly server: DocumentServer;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** People pause while they write; what they wrote by then is worth keeping. */
const IDLE_MS = 3_000;
const LONGEST_MS = 60_000;
/** As long after the end of a consult as the server takes anything. */
const GIVE_UP_MS = 600_000;

/** Looking at a copy can be too slow once; one that is no document stays so. */
const MOST_LOADS = 3;

const STOPS: Partial<Record<ApiErrorCode, StopReason>> = {
  'documents/not-kept': 'not-kept',
  'documents/closed': 'closed',
  'documents/too-large': 'too-large',
};

const mayPass = ({ isPassing, awaitsToken, code }: ApiError): boolean =>
  isPassing || awaitsToken || code === 'server/internal' || code === 'network/bad-answer';

/** Keeps the server's copy of a document as new as this page's: takes what it has, then gives it what it lacks. */
export class Checkpoint {
  readonly #options: CheckpointOptions;
  readonly #stopListening: () => void;
  /** How often the document changed by other hands than the server's; what of that was sent, and what arrived. */
  #version = 0;
  #sent = 0;
  #saved = 0;
  #loaded = false;
  /** How often what the server has was not taken. */
  #untaken = 0;
  /** What the server has, as a state vector. */
  #known: Uint8Array | undefined;
  #firstUnsaved = 0;
  #running = 0;
  #failures = 0;
  #retryAfterMs = 0;
  #stopped: StopReason | null = null;
  #cancelTimer: () => void = () => undefined;
  /** After the end: the last that is to be sent, who waits for it, and until when. */
  #last: { readonly update: Uint8Array; readonly done: (all: boolean) => void; readonly until: number } | null = null;

  constructor(options: CheckpointOptions) {
    this.#options = options;
    this.#stopListening = options.document.onUpdate((_update, origin) => {
      if (origin !== this) this.#changed();
    });
  }

  get state(): ServerCopy {
    if (this.#stopped) return this.#stopped;
    if (this.#saved === this.#version) return this.#loaded ? 'saved' : 'loading';
    return this.#failures > 0 ? 'failing' : 'saving';
  }

  start(): void {
    this.#plan();
  }

  /** The page may be gone in a moment: what was not sent goes now. */
  flush(): void {
    if (this.#sent < this.#version && !this.#stopped && !this.#last) void this.#save();
  }

  /** The document ends here. Resolves once the server has all of it (true), or will not (false). */
  close(): Promise<boolean> {
    this.#stopListening();
    this.#cancelTimer();
    const { document, clock } = this.#options;
    return new Promise((done) => {
      this.#last = { update: document.encode(this.#known), done, until: clock.now() + GIVE_UP_MS };
      if (this.#sent < this.#version && !this.#stopped) void this.#save();
      else this.#plan();
    });
  }

  #changed(): void {
    if (this.#saved === this.#version) this.#firstUnsaved = this.#options.clock.now();
    this.#version += 1;
    this.#plan();
    this.#options.onChange();
  }

  #plan(): void {
    this.#cancelTimer();
    if (this.#last && this.#isOver()) return this.#last.done(this.#saved === this.#version);
    if (this.#stopped || this.#running > 0) return;
    const wait = this.#wait();
    if (wait === null) return;
    this.#cancelTimer = this.#options.clock.setTimeout(() => {
      if (this.#loaded || this.#last) void this.#save();
      else void this.#load();
    }, wait);
  }

  #isOver(): boolean {
    if (this.#saved === this.#version || this.#stopped) return true;
    return this.#running === 0 && this.#options.clock.now() >= (this.#last?.until ?? Infinity);
  }

  /** How long until the next request; `null`: there is nothing to ask. */
  #wait(): number | null {
    if (this.#failures > 0) return Math.max(retryDelay(this.#failures), this.#retryAfterMs);
    if (!this.#loaded && !this.#last) return 0;
    if (this.#saved === this.#version) return null;
    if (this.#last) return 0;
    const waited = this.#options.clock.now() - this.#firstUnsaved;
    return Math.max(0, Math.min(IDLE_MS, LONGEST_MS - waited));
  }

  async #load(): Promise<void> {
    const { server, document } = this.#options;
    await this.#ask(async () => {
      const update = await server.load();
      if (this.#last) return;
      const isTaken = !update || (await document.receive(update, this));
      if (update && isTaken) this.#known = encodeStateVectorFromUpdate(update);
      if (!isTaken) this.#untaken += 1;
      this.#loaded = isTaken || this.#untaken >= MOST_LOADS;
    });
  }

  async #save(): Promise<void> {
    const { server, document } = this.#options;
    const version = this.#version;
    const known = document.stateVector();
    const update = this.#last?.update ?? document.encode(this.#known);
    this.#sent = version;
    await this.#ask(async () => {
      await server.append(update);
      if (version <= this.#saved) return;
      this.#saved = version;
      this.#known = known;
      this.#firstUnsaved = this.#options.clock.now();
    });
  }

  async #ask(request: () => Promise<void>): Promise<void> {
    this.#cancelTimer();
    this.#running += 1;
    try {
      await request();
      this.#failures = 0;
    } catch (error) {
      this.#sent = this.#saved;
      this.#refused(error);
    }
    this.#running -= 1;
    this.#plan();
    this.#options.onChange();
  }

  #refused(error: unknown): void {
    const known = error instanceof ApiError ? error : null;
    if (known && mayPass(known)) {
      this.#failures += 1;
      this.#retryAfterMs = known.retryAfterMs ?? 0;
      return;
    }
    if (!known) this.#options.onError(error);
    this.#stopped = (known && STOPS[known.code]) ?? 'refused';
  }
}
