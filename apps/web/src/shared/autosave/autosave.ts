import { SnapshotSource } from '../lib/snapshot-source';

/**
 * `retrying`: the server cannot be reached, the text is safe on this device. `conflict`: another tab saved meanwhile.
 * `refused`: the server does not take it as it is; it stays on this device, and the next change tries again.
 */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'retrying' | 'conflict' | 'refused';

export interface AutosaveSnapshot<Content, Stored> {
  readonly content: Content;
  readonly state: SaveState;
  /** In `conflict`: what the other tab saved. */
  readonly theirs: Stored | null;
  /** In `refused`: the error that says why. */
  readonly refusal: unknown;
}

/** What was typed on top of a version, and is not on the server yet. */
export interface Kept<Content> {
  readonly version: number;
  readonly content: Content;
}

/** What is saved, and where. */
export interface SavedThing<Content, Stored> {
  readonly save: (content: Content, version: number) => Promise<Stored>;
  /** `null`: the server has nothing, or nothing any more. */
  readonly load: () => Promise<Stored | null>;
  readonly contentOf: (stored: Stored) => Content;
  /** It goes up with each change; 0 is the version of nothing. */
  readonly versionOf: (stored: Stored) => number;
  readonly same: (a: Content, b: Content) => boolean;
  readonly nothing: Content;
  /** The codes of the refusal of a save on top of a version that is not the newest. */
  readonly staleCodes: readonly string[];
  /** The codes of a refusal for good: there is nothing any more to save this to, and the device keeps nothing of it. */
  readonly goneCodes?: readonly string[];
  readonly keep: { read(): Kept<Content> | null; write(kept: Kept<Content>): void; clear(): void };
}

export interface AutosaveOptions<Content, Stored> extends SavedThing<Content, Stored> {
  /** The code of a failure the server explained, `null` for one that passes by itself (network, server down). */
  readonly codeOf: (error: unknown) => string | null;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly debounceMs?: number;
}

const DEBOUNCE_MS = 800;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** A mistake of the server may be a hiccup or be this very text: after so many in a row it counts as a refusal. */
const INTERNAL_TRIES = 5;

/** Saves what is typed while it is typed: one request at a time, the newest text last, nothing lost on the way. */
export class Autosave<Content, Stored> extends SnapshotSource<AutosaveSnapshot<Content, Stored>> {
  readonly #options: AutosaveOptions<Content, Stored>;
  #version: number;
  #failures = 0;
  #internalFailures = 0;
  /** What was sent on top of `#version` without an answer; the server may have stored any of it. */
  #unanswered: Content[] = [];
  #cancelTimer: (() => void) | null = null;
  #inFlight: Promise<void> | null = null;
  #stopped = false;

  /** `stored` is what the server has: `null` when nothing was ever saved. */
  constructor(options: AutosaveOptions<Content, Stored>, stored: Stored | null) {
    const saved = stored === null ? options.nothing : options.contentOf(stored);
    super({ content: saved, state: 'saved', theirs: null, refusal: null });
    this.#options = options;
    this.#version = stored === null ? 0 : options.versionOf(stored);
    const kept = options.keep.read();
    if (kept) this.#adoptKept(kept, saved, stored);
  }

  get version(): number {
    return this.#version;
  }

  edit(content: Content): void {
    this.#keep(content);
    if (this.snapshot.state === 'conflict') return this.update({ content });
    this.update({ content, state: this.#inFlight ? 'saving' : 'unsaved', refusal: null });
    if (!this.#inFlight) this.#schedule(this.#options.debounceMs ?? DEBOUNCE_MS);
  }

  /** What the server was seen to have: taken over where nothing is unsaved. Where something is, its save will tell. */
  receive(stored: Stored): void {
    const version = this.#options.versionOf(stored);
    if (this.snapshot.state !== 'saved' || version <= this.#version) return;
    this.#version = version;
    this.update({ content: this.#options.contentOf(stored) });
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
    this.#version = this.#options.versionOf(theirs);
    this.#unanswered = [];
    if (keep === 'mine') {
      this.#keep(content);
      this.update({ state: 'unsaved', theirs: null });
      void this.#save();
    } else {
      this.#options.keep.clear();
      this.update({ content: this.#options.contentOf(theirs), state: 'saved', theirs: null });
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

  /** What is saved here is deleted, and what is unsaved goes with it. */
  discard(): void {
    this.#cancelTimer?.();
    this.#options.keep.clear();
    this.update({ state: 'saved', theirs: null, refusal: null });
  }

  #adoptKept({ version, content }: Kept<Content>, saved: Content, stored: Stored | null): void {
    if (this.#options.same(content, saved)) return this.#options.keep.clear();
    if (version === this.#version || stored === null) {
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

  async #attempt(content: Content): Promise<void> {
    try {
      this.#settled(await this.#options.save(content, this.#version), content);
    } catch (error) {
      await this.#failed(error, content);
    }
  }

  #settled(stored: Stored, content: Content): void {
    this.#version = this.#options.versionOf(stored);
    this.#unanswered = [];
    this.#failures = 0;
    this.#internalFailures = 0;
    const newest = this.snapshot.content;
    if (newest === content || this.#options.same(newest, content)) {
      this.#options.keep.clear();
      this.update({ state: 'saved', refusal: null });
    } else {
      this.#keep(newest);
      this.update({ state: 'unsaved', refusal: null });
    }
  }

  async #failed(error: unknown, content: Content): Promise<void> {
    const code = this.#options.codeOf(error);
    if (code !== null && this.#options.staleCodes.includes(code)) return this.#compare(error, content);
    const mayBeStored = code === null || code === 'server/internal';
    if (mayBeStored && this.#unanswered.at(-1) !== content) this.#unanswered.push(content);
    this.#retryOrRefuse(error);
  }

  /**
   * A save whose answer was lost looks stale too: then the server has exactly this content, or one sent before it, which
   * the newest text goes on top of. Where the server has nothing any more, the newest text is the first again.
   */
  async #compare(refusal: unknown, content: Content): Promise<void> {
    const { load, contentOf, versionOf, same } = this.#options;
    let theirs: Stored | null;
    try {
      theirs = await load();
    } catch (error) {
      return this.#retryOrRefuse(error);
    }
    if (theirs === null) return this.#version === 0 ? this.#retryOrRefuse(refusal) : this.#saveOnTopOf(0);
    const stored = contentOf(theirs);
    if (same(stored, content)) return this.#settled(theirs, content);
    if (!this.#unanswered.some((sent) => same(stored, sent))) return this.update({ state: 'conflict', theirs });
    return this.#saveOnTopOf(versionOf(theirs));
  }

  #saveOnTopOf(version: number): Promise<void> {
    this.#version = version;
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
    if (this.#options.goneCodes?.includes(code)) this.#options.keep.clear();
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

  #keep(content: Content): void {
    this.#options.keep.write({ version: this.#version, content });
  }
}
