import { describe, expect, it } from '@jest/globals';
import { TextWorld } from './testing/text-world';

describe('saving what is typed while it is typed', () => {
  it('waits for a pause and sends the last text once', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    typed.edit('a');
    typed.edit('ab');
    expect(typed.getSnapshot().state).toBe('unsaved');
    expect(world.kept?.content).toBe('ab');
    await world.fire();
    expect(world.saves.map((save) => save.content)).toEqual(['ab']);
    expect(typed.getSnapshot().state).toBe('saved');
    expect(world.kept).toBeNull();
  });

  it('saves what was typed during a save afterwards, on top of the new version', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    typed.edit('first');
    const saved = typed.flush();
    typed.edit('second');
    await saved;
    await world.fire();
    expect(world.saves.map((save) => [save.version, save.content])).toEqual([
      [0, 'first'],
      [1, 'second'],
    ]);
    expect(typed.getSnapshot().state).toBe('saved');
  });

  it('keeps the text on the device and tries again, ever slower, while the server is away', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.down = true;
    typed.edit('offline');
    await world.fire();
    expect(typed.getSnapshot().state).toBe('retrying');
    expect(world.waits).toEqual([1000]);
    await world.fire();
    expect(world.waits).toEqual([2000]);
    expect(world.kept?.content).toBe('offline');
    world.down = false;
    typed.retryNow();
    await new Promise(setImmediate);
    expect(typed.getSnapshot().state).toBe('saved');
  });

  it('takes up what a closed tab had not saved', async () => {
    const world = new TextWorld();
    world.kept = { version: 0, content: 'left behind' };
    const typed = world.autosave();
    expect(typed.getSnapshot().content).toBe('left behind');
    await world.fire();
    expect(world.stored?.text).toBe('left behind');
  });

  it('asks which text to keep when another tab saved meanwhile', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.stored = { version: 4, text: 'other tab' };
    typed.edit('mine');
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { text: 'other tab' } });
    typed.resolve('mine');
    await new Promise(setImmediate);
    expect(world.stored.text).toBe('mine');
    expect(typed.getSnapshot().state).toBe('saved');
  });

  it('can take over the text of the other tab', async () => {
    const world = new TextWorld();
    world.kept = { version: 1, content: 'mine' };
    world.stored = { version: 3, text: 'theirs' };
    const typed = world.autosave();
    expect(typed.getSnapshot().state).toBe('conflict');
    typed.resolve('theirs');
    expect(typed.getSnapshot()).toMatchObject({ state: 'saved', content: 'theirs' });
    expect(world.kept).toBeNull();
  });

  it('sees that a save whose answer was lost did arrive', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.loseAnswer = true;
    typed.edit('once');
    await world.fire();
    world.loseAnswer = false;
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'saved', theirs: null });
    expect(typed.version).toBe(1);
  });

  it('saves on top of a save whose answer was lost, without taking it for another tab', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.loseAnswer = true;
    typed.edit('first');
    await world.fire();
    world.loseAnswer = false;
    typed.edit('first and more');
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'saved', theirs: null });
    expect(world.stored).toEqual({ version: 2, text: 'first and more' });
    expect(world.kept).toBeNull();
  });

  it('finds the lost save below later tries that never arrived', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.loseAnswer = true;
    typed.edit('arrived');
    await world.fire();
    world.loseAnswer = false;
    world.down = true;
    typed.edit('did not arrive');
    await world.fire();
    world.down = false;
    typed.edit('newest');
    await world.fire();
    expect(typed.getSnapshot().state).toBe('saved');
    expect(world.stored?.text).toBe('newest');
  });

  it('still asks when another tab saved on top of a save whose answer was lost', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.loseAnswer = true;
    typed.edit('mine');
    await world.fire();
    world.loseAnswer = false;
    world.stored = { version: 2, text: 'other tab' };
    typed.edit('mine and more');
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { text: 'other tab' } });
  });

  it('gives up on a server that fails on this text, keeps the text, and tries again with the next change', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.broken = true;
    typed.edit('unlucky');
    const waits: number[] = [];
    while (world.waits.length > 0) {
      await world.fire();
      waits.push(...world.waits);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(typed.getSnapshot()).toMatchObject({ state: 'refused', refusal: { code: 'server/internal' } });
    expect(world.kept?.content).toBe('unlucky');
    world.broken = false;
    typed.edit('luckier');
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'saved', refusal: null });
  });

  it('keeps nothing on the device of what there is no place for any more; the words stay on the page', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.gone = true;
    typed.edit('too late');
    expect(world.kept?.content).toBe('too late');
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'refused', content: 'too late', refusal: { code: 'gone' } });
    expect(world).toMatchObject({ kept: null, waits: [] });
  });

  it('saves once when it is stopped, and not again', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    world.down = true;
    typed.edit('leaving');
    typed.stop();
    await world.fire();
    expect(typed.getSnapshot().state).toBe('retrying');
    expect(world.waits).toEqual([]);
    expect(world.kept?.content).toBe('leaving');
  });

  it('goes on saving when it is started, stopped and started at once', async () => {
    const world = new TextWorld();
    world.kept = { version: 0, content: 'left behind' };
    const typed = world.autosave();
    typed.stop();
    typed.start();
    await world.fire();
    expect(world.saves.map((save) => save.content)).toEqual(['left behind']);
    typed.edit('typed after');
    await world.fire();
    expect(world.stored?.text).toBe('typed after');
    expect(typed.getSnapshot().state).toBe('saved');
  });

  it('takes over what another device saved, and leaves alone what is unsaved here', async () => {
    const world = new TextWorld();
    const typed = world.autosave();
    typed.receive({ version: 3, text: 'from the phone' });
    expect(typed.getSnapshot()).toMatchObject({ state: 'saved', content: 'from the phone' });
    typed.receive({ version: 2, text: 'late' });
    expect(typed.getSnapshot().content).toBe('from the phone');
    typed.edit('mine');
    typed.receive({ version: 4, text: 'from the phone again' });
    expect(typed.getSnapshot()).toMatchObject({ state: 'unsaved', content: 'mine' });
    world.stored = { version: 4, text: 'from the phone again' };
    await world.fire();
    expect(typed.getSnapshot()).toMatchObject({ state: 'conflict', theirs: { text: 'from the phone again' } });
  });

  it('saves the text as the first again when it was deleted elsewhere meanwhile', async () => {
    const world = new TextWorld();
    world.stored = { version: 5, text: 'old' };
    const typed = world.autosave();
    world.stored = null;
    typed.edit('old and more');
    await world.fire();
    expect(world.stored).toEqual({ version: 1, text: 'old and more' });
    expect(typed.getSnapshot().state).toBe('saved');
  });

  it('saves nothing any more of what was deleted', async () => {
    const world = new TextWorld();
    world.down = true;
    const typed = world.autosave();
    typed.edit('unsaved');
    await world.fire();
    world.down = false;
    typed.discard();
    typed.stop();
    await world.fire();
    expect(world).toMatchObject({ kept: null, stored: null, saves: [] });
  });
});
