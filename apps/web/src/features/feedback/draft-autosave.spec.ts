import { describe, expect, it } from '@jest/globals';
import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { ErrorCode, Feedback } from '@ieum/signaling-protocol';
import { DraftAutosave } from './draft-autosave';
import type { KeptDraft } from './draft-content';
import { emptyContent } from './draft-content';

class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

const asFeedback = (request: SaveFeedbackRequest, version: number): Feedback => ({
  consultId: '00000000-0000-4000-8000-000000000001',
  status: 'draft',
  version,
  summary: request.summary,
  practice: request.practice,
  corrections: request.corrections,
  rating: null,
  thanks: '',
  updatedAt: '2026-11-21T08:00:00.000Z',
  sentAt: null,
});

/** A server with versions, a device that keeps drafts, and timers fired by hand. */
class World {
  stored: Feedback | null = null;
  kept: KeptDraft | null = null;
  down = false;
  loseAnswer = false;
  readonly saves: SaveFeedbackRequest[] = [];
  #timers: { run: () => void; ms: number }[] = [];

  autosave() {
    const autosave = new DraftAutosave(
      {
        save: async (request) => {
          if (this.down) throw new Error('network');
          this.saves.push(request);
          if (request.version !== (this.stored?.version ?? 0)) throw new Refused('feedback/stale-version');
          this.stored = asFeedback(request, request.version + 1);
          if (this.loseAnswer) throw new Error('answer lost');
          return this.stored;
        },
        load: async () => {
          if (!this.stored) throw new Refused('feedback/not-found');
          return this.stored;
        },
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
      this.stored,
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

const summary = (text: string) => ({ ...emptyContent, summary: text });

describe('saving a feedback draft while typing', () => {
  it('waits for a pause and sends the last text once', async () => {
    const world = new World();
    const draft = world.autosave();
    draft.edit(summary('a'));
    draft.edit(summary('ab'));
    expect(draft.getSnapshot().state).toBe('unsaved');
    expect(world.kept?.summary).toBe('ab');
    await world.fire();
    expect(world.saves.map((save) => save.summary)).toEqual(['ab']);
    expect(draft.getSnapshot().state).toBe('saved');
    expect(world.kept).toBeNull();
  });

  it('saves what was typed during a save afterwards, on top of the new version', async () => {
    const world = new World();
    const draft = world.autosave();
    draft.edit(summary('first'));
    const saved = draft.flush();
    draft.edit(summary('second'));
    await saved;
    await world.fire();
    expect(world.saves.map((save) => [save.version, save.summary])).toEqual([
      [0, 'first'],
      [1, 'second'],
    ]);
    expect(draft.getSnapshot().state).toBe('saved');
  });

  it('keeps the draft on the device and tries again, ever slower, while the server is away', async () => {
    const world = new World();
    const draft = world.autosave();
    world.down = true;
    draft.edit(summary('offline'));
    await world.fire();
    expect(draft.getSnapshot().state).toBe('retrying');
    expect(world.waits).toEqual([1000]);
    await world.fire();
    expect(world.waits).toEqual([2000]);
    expect(world.kept?.summary).toBe('offline');
    world.down = false;
    draft.retryNow();
    await new Promise(setImmediate);
    expect(draft.getSnapshot().state).toBe('saved');
  });

  it('takes up what a closed tab had not saved', async () => {
    const world = new World();
    world.kept = { version: 0, summary: 'left behind', practice: '', corrections: [] };
    const draft = world.autosave();
    expect(draft.getSnapshot().content.summary).toBe('left behind');
    await world.fire();
    expect(world.stored?.summary).toBe('left behind');
  });

  it('asks which text to keep when another tab saved meanwhile', async () => {
    const world = new World();
    const draft = world.autosave();
    world.stored = asFeedback({ version: 0, summary: 'other tab', practice: '', corrections: [] }, 4);
    draft.edit(summary('mine'));
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { summary: 'other tab' } });
    draft.resolve('mine');
    await new Promise(setImmediate);
    expect(world.stored.summary).toBe('mine');
    expect(draft.getSnapshot().state).toBe('saved');
  });

  it('can take over the text of the other tab', async () => {
    const world = new World();
    world.kept = { version: 1, summary: 'mine', practice: '', corrections: [] };
    world.stored = asFeedback({ version: 2, summary: 'theirs', practice: '', corrections: [] }, 3);
    const draft = world.autosave();
    expect(draft.getSnapshot().state).toBe('conflict');
    draft.resolve('theirs');
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', content: { summary: 'theirs' } });
    expect(world.kept).toBeNull();
  });

  it('sees that a save whose answer was lost did arrive', async () => {
    const world = new World();
    const draft = world.autosave();
    world.loseAnswer = true;
    draft.edit(summary('once'));
    await world.fire();
    world.loseAnswer = false;
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', theirs: null });
    expect(draft.version).toBe(1);
  });

  it('does not send rows that say nothing, and keeps them in the form', async () => {
    const world = new World();
    const draft = world.autosave();
    const blank = { key: 'k', before: '', after: ' ', category: 'grammar', comment: '' } as const;
    draft.edit({ ...summary('x'), corrections: [blank] });
    await world.fire();
    expect(world.saves[0]?.corrections).toEqual([]);
    expect(draft.getSnapshot().content.corrections).toHaveLength(1);
  });
});
