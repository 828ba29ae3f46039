import { Autosave } from '../autosave';
import type { Kept, SavedThing } from '../autosave';

type Calls<Content, Stored> = Pick<SavedThing<Content, Stored>, 'save' | 'load'>;
type Thing<Content, Stored> = Omit<SavedThing<Content, Stored>, 'save' | 'load' | 'keep' | 'staleCodes' | 'goneCodes'>;

const STALE = 'stale';
const GONE = 'gone';

class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A server with versions, a device that keeps what was typed, and timers fired by hand. */
export class AutosaveWorld<Content, Stored> {
  stored: Stored | null = null;
  kept: Kept<Content> | null = null;
  down = false;
  loseAnswer = false;
  broken = false;
  gone = false;
  readonly saves: Kept<Content>[] = [];
  readonly #thing: Thing<Content, Stored>;
  readonly #asStored: (content: Content, version: number) => Stored;
  #timers: { run: () => void; ms: number }[] = [];

  constructor(thing: Thing<Content, Stored>, asStored: (content: Content, version: number) => Stored) {
    this.#thing = thing;
    this.#asStored = asStored;
  }

  /** What a form does when it opens with what the page knows of the server's. */
  autosave(
    known = this.stored,
    through: (calls: Calls<Content, Stored>) => Calls<Content, Stored> = (calls) => calls,
  ): Autosave<Content, Stored> {
    const autosave = new Autosave(
      {
        ...this.#thing,
        ...through({
          save: (content, version) => this.#save(content, version),
          load: () => Promise.resolve(this.stored),
        }),
        staleCodes: [STALE],
        goneCodes: [GONE],
        codeOf: (error) => (error instanceof Refused ? error.code : null),
        keep: {
          read: () => this.kept,
          write: (kept) => void (this.kept = kept),
          clear: () => void (this.kept = null),
        },
        setTimer: (run, ms) => {
          const timer = { run, ms };
          this.#timers.push(timer);
          return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
        },
      },
      known,
    );
    autosave.start();
    return autosave;
  }

  get waits() {
    return this.#timers.map((timer) => timer.ms);
  }

  async fire() {
    for (const timer of this.#timers.splice(0)) timer.run();
    await new Promise(setImmediate);
  }

  async #save(content: Content, version: number): Promise<Stored> {
    if (this.down) throw new Error('network');
    this.saves.push({ content, version });
    if (this.gone) throw new Refused(GONE);
    if (this.broken) throw new Refused('server/internal');
    const newest = this.stored === null ? 0 : this.#thing.versionOf(this.stored);
    if (version !== newest) throw new Refused(STALE);
    this.stored = this.#asStored(content, version + 1);
    if (this.loseAnswer) throw new Error('answer lost');
    return this.stored;
  }
}
