import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { ErrorCode, Feedback } from '@ieum/signaling-protocol';
import { DraftAutosave } from '../draft-autosave';
import type { DraftAutosaveOptions } from '../draft-autosave';
import type { KeptDraft } from '../draft-content';
import { emptyContent } from '../draft-content';

type Calls = Pick<DraftAutosaveOptions, 'save' | 'load'>;

class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export const asFeedback = (request: SaveFeedbackRequest, version: number): Feedback => ({
  consultId: '00000000-0000-4000-8000-000000000001',
  status: 'draft',
  version,
  summary: request.summary,
  practice: request.practice,
  corrections: request.corrections,
  dismissed: request.dismissed,
  rating: null,
  thanks: '',
  updatedAt: '2026-11-21T08:00:00.000Z',
  sentAt: null,
});

/** A server with versions, a device that keeps drafts, and timers fired by hand. */
export class DraftWorld {
  stored: Feedback | null = null;
  kept: KeptDraft | null = null;
  down = false;
  loseAnswer = false;
  broken = false;
  readonly saves: SaveFeedbackRequest[] = [];
  #timers: { run: () => void; ms: number }[] = [];

  /** What a form does when it opens with what the page knows of the server's draft. */
  autosave(known = this.stored, through: (calls: Calls) => Calls = (calls) => calls) {
    const autosave = new DraftAutosave(
      {
        ...through({
          save: async (request) => {
            if (this.down) throw new Error('network');
            this.saves.push(request);
            if (this.broken) throw new Refused('server/internal');
            if (request.version !== (this.stored?.version ?? 0)) throw new Refused('feedback/stale-version');
            this.stored = asFeedback(request, request.version + 1);
            if (this.loseAnswer) throw new Error('answer lost');
            return this.stored;
          },
          load: async () => {
            if (!this.stored) throw new Refused('feedback/not-found');
            return this.stored;
          },
        }),
        codeOf: (error) => (error instanceof Refused ? error.code : null),
        keep: {
          read: () => this.kept,
          write: (draft) => void (this.kept = draft),
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
}

export const summary = (text: string) => ({ ...emptyContent, summary: text });
