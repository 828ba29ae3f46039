import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { Feedback } from '@ieum/signaling-protocol';
import { SnapshotSource } from '../../shared/lib/snapshot-source';
import { sameContent, toContent, toRequest } from './draft-content';
import type { DraftContent, KeptDraft } from './draft-content';

/**
 * `retrying`: the server cannot be reached, the draft is safe on this device. `conflict`: another tab saved meanwhile.
 * `refused`: the server does not take it as it is; it stays on this device, and the next change tries again.
 */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'retrying' | 'conflict' | 'refused';

export interface DraftSnapshot {
  readonly content: DraftContent;
  readonly state: SaveState;
  /** In `conflict`: what the other tab saved. */
  readonly theirs: Feedback | null;
  /** In `refused`: the error that says why. */
  readonly refusal: unknown;
}

export interface DraftAutosaveOptions {
  readonly save: (request: SaveFeedbackRequest) => Promise<Feedback>;
  readonly load: () => Promise<Feedback>;
  /** The code of a failure the server explained, `null` for one that passes by itself (network, server down). */
  readonly codeOf: (error: unknown) => string | null;
  readonly keep: { read(): KeptDraft | null; write(draft: KeptDraft): void; clear(): void };
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly debounceMs?: number;
}

const DEBOUNCE_MS = 800;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** A mistake of the server may be a hiccup or be this very draft: after so many in a row it counts as a refusal. */
const INTERNAL_TRIES = 5;

/** Saves a feedback draft while it is typed: one request at a time, the newest text last, nothing lost on the way. */
export class DraftAutosave extends SnapshotSource<DraftSnapshot> {
  readonly #options: DraftAutosaveOptions;
  #version: number;
  #failures = 0;
  #internalFailures = 0;
  /** What was sent on top of `#version` without an answer; the server may have stored any of it. */
  #unanswered: DraftContent[] = [];
  #cancelTimer: (() => void) | null = null;
  #inFlight: Promise<void> | null = null;
  #stopped = false;

  /** `stored` is what the server has: `null` when nothing was ever saved. */
  constructor(options: DraftAutosaveOptions, stored: Feedback | null) {
    const saved = toContent(stored ?? { summary: '', practice: '', corrections: [], dismissed: [] });
    super({ content: saved, state: 'saved', theirs: null, refusal: null });
    this.#options = options;
    this.#version = stored?.version ?? 0;
    const kept = options.keep.read();
    if (kept) this.#adoptKept(kept, saved, stored);
  }

  get version(): number {
    return this.#version;
  }

  edit(content: DraftContent): void {
    this.#keep(content);
    if (this.snapshot.state === 'conflict') return this.update({ content });
    this.update({ content, state: this.#inFlight ? 'saving' : 'unsaved', refusal: null });
    if (!this.#inFlight) this.#schedule(this.#options.debounceMs ?? DEBOUNCE_MS);
  }

  /** Saves at once; resolves with whether everything typed is on the server. */
  async flush(): Promise<boolean> {
    if (this.#inFlight) await this.#idle();
    if (this.snapshot.state === 'unsaved' || this.snapshot.state === 'retrying') await this.#save();
    return this.snapshot.state === 'saved';
  }

  /** The network is back: do not wait for the next try. */
  readonly retryNow = (): void => {
    if (this.snapshot.state === 'retrying' && !this.#inFlight) void this.#save();
  };

  /** Settles a conflict: `mine` overwrites what the other tab saved, `theirs` takes it over. */
  resolve(keep: 'mine' | 'theirs'): void {
    const { theirs, content } = this.snapshot;
    if (!theirs) return;
    this.#version = theirs.version;
    this.#unanswered = [];
    if (keep === 'mine') {
      this.#keep(content);
      this.update({ state: 'unsaved', theirs: null });
      void this.#save();
    } else {
      this.#options.keep.clear();
      this.update({ content: toContent(theirs), state: 'saved', theirs: null });
    }
  }

  start(): void {
    this.#stopped = false;
    const { state } = this.snapshot;
    if (state === 'unsaved' || state === 'retrying') this.#schedule(0);
  }

  /**
   * One last save and no more tries after it; what is unsaved then stays on this device for the next visit. It stops at
   * once, not when that save is done: by then the form may have been started again.
   */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
    void this.flush();
  }

  #adoptKept(kept: KeptDraft, saved: DraftContent, stored: Feedback | null): void {
    const content = toContent(kept);
    if (sameContent(content, saved)) return this.#options.keep.clear();
    if (kept.version === this.#version || !stored) {
      this.update({ content, state: 'unsaved' });
    } else {
      this.update({ content, state: 'conflict', theirs: stored });
    }
  }

  async #idle(): Promise<void> {
    for (let save = this.#inFlight; save; save = this.#inFlight) await save;
  }

  #save(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const { content } = this.snapshot;
    this.#inFlight = this.#attempt(content).finally(() => (this.#inFlight = null));
    this.update({ state: 'saving' });
    return this.#inFlight.then(() => {
      if (this.snapshot.state === 'unsaved') this.#schedule(this.#options.debounceMs ?? DEBOUNCE_MS);
    });
  }

  async #attempt(content: DraftContent): Promise<void> {
    try {
      const feedback = await this.#options.save(toRequest(content, this.#version));
      this.#settled(feedback, content);
    } catch (error) {
      await this.#failed(error, content);
    }
  }

  #settled(feedback: Feedback, content: DraftContent): void {
    this.#version = feedback.version;
    this.#unanswered = [];
    this.#failures = 0;
    this.#internalFailures = 0;
    const newest = this.snapshot.content;
    if (newest === content || sameContent(newest, content)) {
      this.#options.keep.clear();
      this.update({ state: 'saved', refusal: null });
    } else {
      this.#keep(newest);
      this.update({ state: 'unsaved', refusal: null });
    }
  }

  async #failed(error: unknown, content: DraftContent): Promise<void> {
    const code = this.#options.codeOf(error);
    if (code === 'feedback/stale-version') return this.#compare(content);
    const mayBeStored = code === null || code === 'server/internal';
    if (mayBeStored && this.#unanswered.at(-1) !== content) this.#unanswered.push(content);
    this.#retryOrRefuse(error);
  }

  /**
   * A save whose answer was lost looks stale too: then the server has exactly this content, or one sent before it, which
   * the newest text goes on top of.
   */
  async #compare(content: DraftContent): Promise<void> {
    let theirs: Feedback;
    try {
      theirs = await this.#options.load();
    } catch (error) {
      return this.#retryOrRefuse(error);
    }
    const stored = toContent(theirs);
    if (sameContent(stored, content)) return this.#settled(theirs, content);
    if (!this.#unanswered.some((sent) => sameContent(stored, sent))) return this.update({ state: 'conflict', theirs });
    this.#version = theirs.version;
    this.#unanswered = [];
    const newest = this.snapshot.content;
    this.#keep(newest);
    return this.#attempt(newest);
  }

  #retryOrRefuse(error: unknown): void {
    const code = this.#options.codeOf(error);
    if (code === 'server/internal') this.#internalFailures += 1;
    if (code === null || (code === 'server/internal' && this.#internalFailures < INTERNAL_TRIES)) {
      return this.#retryLater();
    }
    this.#failures = 0;
    this.#internalFailures = 0;
    this.update({ state: 'refused', refusal: error });
  }

  #retryLater(): void {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? RETRY_MS[0];
    this.#failures += 1;
    this.update({ state: 'retrying' });
    this.#schedule(wait);
  }

  #schedule(ms: number): void {
    this.#cancelTimer?.();
    if (this.#stopped) return;
    this.#cancelTimer = this.#options.setTimer(() => void this.#save(), ms);
  }

  #keep(content: DraftContent): void {
    this.#options.keep.write(toRequest(content, this.#version));
  }
}
