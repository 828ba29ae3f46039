import { describe, expect, it } from '@jest/globals';
import { asFeedback, DraftWorld, summary } from './testing/draft-world';

describe('saving a feedback draft while typing', () => {
  it('waits for a pause and sends the last text once', async () => {
    const world = new DraftWorld();
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
    const world = new DraftWorld();
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
    const world = new DraftWorld();
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
    const world = new DraftWorld();
    world.kept = { version: 0, summary: 'left behind', practice: '', corrections: [], dismissed: [] };
    const draft = world.autosave();
    expect(draft.getSnapshot().content.summary).toBe('left behind');
    await world.fire();
    expect(world.stored?.summary).toBe('left behind');
  });

  it('asks which text to keep when another tab saved meanwhile', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.stored = asFeedback({ version: 0, summary: 'other tab', practice: '', corrections: [], dismissed: [] }, 4);
    draft.edit(summary('mine'));
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { summary: 'other tab' } });
    draft.resolve('mine');
    await new Promise(setImmediate);
    expect(world.stored.summary).toBe('mine');
    expect(draft.getSnapshot().state).toBe('saved');
  });

  it('can take over the text of the other tab', async () => {
    const world = new DraftWorld();
    world.kept = { version: 1, summary: 'mine', practice: '', corrections: [], dismissed: [] };
    world.stored = asFeedback({ version: 2, summary: 'theirs', practice: '', corrections: [], dismissed: [] }, 3);
    const draft = world.autosave();
    expect(draft.getSnapshot().state).toBe('conflict');
    draft.resolve('theirs');
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', content: { summary: 'theirs' } });
    expect(world.kept).toBeNull();
  });

  it('sees that a save whose answer was lost did arrive', async () => {
    const world = new DraftWorld();
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
    const world = new DraftWorld();
    const draft = world.autosave();
    const blank = { key: 'k', before: '', after: ' ', category: 'grammar', comment: '' } as const;
    draft.edit({ ...summary('x'), corrections: [blank] });
    await world.fire();
    expect(world.saves[0]?.corrections).toEqual([]);
    expect(draft.getSnapshot().content.corrections).toHaveLength(1);
  });

  it('saves on top of a save whose answer was lost, without taking it for another tab', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.loseAnswer = true;
    draft.edit(summary('first'));
    await world.fire();
    world.loseAnswer = false;
    draft.edit(summary('first and more'));
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', theirs: null });
    expect(world.stored).toMatchObject({ version: 2, summary: 'first and more' });
    expect(world.kept).toBeNull();
  });

  it('finds the lost save below later tries that never arrived', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.loseAnswer = true;
    draft.edit(summary('arrived'));
    await world.fire();
    world.loseAnswer = false;
    world.down = true;
    draft.edit(summary('did not arrive'));
    await world.fire();
    world.down = false;
    draft.edit(summary('newest'));
    await world.fire();
    expect(draft.getSnapshot().state).toBe('saved');
    expect(world.stored?.summary).toBe('newest');
  });

  it('still asks when another tab saved on top of a save whose answer was lost', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.loseAnswer = true;
    draft.edit(summary('mine'));
    await world.fire();
    world.loseAnswer = false;
    world.stored = asFeedback({ version: 1, summary: 'other tab', practice: '', corrections: [], dismissed: [] }, 2);
    draft.edit(summary('mine and more'));
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { summary: 'other tab' } });
  });

  it('gives up on a server that fails on this draft, keeps the text, and tries again with the next change', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.broken = true;
    draft.edit(summary('unlucky'));
    const waits: number[] = [];
    while (world.waits.length > 0) {
      await world.fire();
      waits.push(...world.waits);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(draft.getSnapshot()).toMatchObject({ state: 'refused', refusal: { code: 'server/internal' } });
    expect(world.kept?.summary).toBe('unlucky');
    world.broken = false;
    draft.edit(summary('luckier'));
    await world.fire();
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', refusal: null });
  });

  it('saves once when it is stopped, and not again', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    world.down = true;
    draft.edit(summary('leaving'));
    draft.stop();
    await world.fire();
    expect(draft.getSnapshot().state).toBe('retrying');
    expect(world.waits).toEqual([]);
    expect(world.kept?.summary).toBe('leaving');
  });

  it('goes on saving when it is started, stopped and started at once', async () => {
    const world = new DraftWorld();
    world.kept = { version: 0, summary: 'left behind', practice: '', corrections: [], dismissed: [] };
    const draft = world.autosave();
    draft.stop();
    draft.start();
    await world.fire();
    expect(world.saves.map((save) => save.summary)).toEqual(['left behind']);
    draft.edit(summary('typed after'));
    await world.fire();
    expect(world.stored?.summary).toBe('typed after');
    expect(draft.getSnapshot().state).toBe('saved');
  });
});
