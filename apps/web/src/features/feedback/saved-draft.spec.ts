import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyContent } from './draft-content';
import { keptDraft } from './saved-draft';
import { DraftWorld, summary } from './testing/draft-world';

const blank = { key: 'k', before: '', after: ' ', category: 'grammar', comment: '' } as const;

describe('saving a feedback draft while typing', () => {
  it('does not send rows that say nothing, and keeps them in the form', async () => {
    const world = new DraftWorld();
    const draft = world.autosave();
    draft.edit({ ...summary('x'), corrections: [blank] });
    await world.fire();
    expect(world.stored?.corrections).toEqual([]);
    expect(draft.getSnapshot()).toMatchObject({ state: 'saved', content: { corrections: [blank] } });
  });
});

describe('a feedback draft on the device', () => {
  const items = new Map<string, string>();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  beforeEach(() => {
    items.clear();
    const localStorage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true, writable: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
  });

  it('is read as it was written, and is gone once cleared', () => {
    const slot = keptDraft('c1');
    slot.write({ version: 3, content: summary('half a sent') });
    expect([...items.keys()]).toEqual(['ieum.feedback-draft.c1']);
    expect(slot.read()).toEqual({ version: 3, content: summary('half a sent') });
    slot.clear();
    expect(slot.read()).toBeNull();
  });

  it.each([['{"version":'], ['{"version":1}'], ['null']])('counts as none when it is broken: %s', (stored) => {
    items.set('ieum.feedback-draft.c1', stored);
    expect(keptDraft('c1').read()).toBeNull();
  });

  it('is read as earlier pages wrote it', () => {
    items.set('ieum.feedback-draft.c1', '{"version":2,"summary":"old","practice":"","corrections":[]}');
    expect(keptDraft('c1').read()).toEqual({ version: 2, content: { ...emptyContent, summary: 'old' } });
  });
});
