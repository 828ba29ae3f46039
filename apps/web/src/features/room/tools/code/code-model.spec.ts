import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { DocumentSide, DocumentWire } from '../../document/testing/document-world';
import type { ToolStore } from '../tool';
import { CodeModel } from './code-model';
import { languageOf } from './shown-code';

let clock: ManualClock;
let sides: DocumentSide[];
beforeEach(() => {
  clock = new ManualClock();
  sides = [new DocumentSide(clock), new DocumentSide(clock)];
});
afterEach(() => {
  for (const side of sides) side.close();
});

/** For specs: a tab. */
function memoryStore(): ToolStore {
  let value: string | null = null;
  return { read: () => value, write: (next) => void (value = next) };
}

async function inCall() {
  const wire = new DocumentWire(clock);
  const pages = sides.map((side, index) => {
    const shared = side.share({ maxBytes: 160_000 });
    wire.begin(shared, index === 0 ? 'a' : 'b');
    const store = memoryStore();
    return { shared, store, model: new CodeModel(shared, store), map: shared.document.doc.getMap<unknown>('code') };
  });
  wire.open();
  await clock.advance(100);
  return pages as [(typeof pages)[0], (typeof pages)[0]];
}

const shown = ({ model }: { model: CodeModel }) => model.getSnapshot().shown;

describe('code that two people look at', () => {
  it('is the same for both, whoever shows it, in its language', async () => {
    const [a, b] = await inCall();
    expect(a.model.show('a = 1\r\nb = 2\n\n', 'python')).toBeNull();
    await clock.advance(100);
    expect(shown(b)).toEqual({ language: 'python', text: 'a = 1\nb = 2' });
    b.model.setLanguage('javascript');
    await clock.advance(100);
    expect(shown(a)).toEqual({ language: 'javascript', text: 'a = 1\nb = 2' });
    a.model.clear();
    await clock.advance(100);
    expect(shown(b)).toBeNull();
  });

  it('is unread until somebody looks, and no more when it was put away', async () => {
    const [a, b] = await inCall();
    a.model.show('1', 'c');
    await clock.advance(100);
    expect([a.model.unread(), b.model.unread()]).toEqual([0, 1]);
    b.model.setVisible(true);
    expect(b.model.unread()).toBe(0);
    b.model.setVisible(false);
    a.model.show('2', 'c');
    a.model.clear();
    await clock.advance(100);
    expect(b.model.unread()).toBe(0);
  });

  it('is unread also when it came before there was anything to show it, and not again after a reload', async () => {
    const [a, b] = await inCall();
    b.model.close();
    a.model.show('early', 'c');
    await clock.advance(100);
    const later = new CodeModel(b.shared, b.store);
    expect(later.unread()).toBe(1);
    later.setVisible(true);
    expect(new CodeModel(b.shared, b.store).unread()).toBe(0);
  });

  it('is a draft until it is shown, whatever the other side shows meanwhile', async () => {
    const [a, b] = await inCall();
    const draft = { language: 'python', text: 'mine' } as const;
    a.model.keepDraft(draft);
    b.model.show('theirs', 'c');
    await clock.advance(100);
    a.model.setLanguage('cpp');
    expect(a.model.getSnapshot()).toMatchObject({ draft, shown: { text: 'theirs' } });
    expect(a.model.showDraft()).toBeNull();
    expect(a.model.getSnapshot()).toMatchObject({ draft: null, shown: draft });
    expect(a.model.showDraft()).toBe('empty');
  });

  it('stays a draft when it is too large to be shown', async () => {
    const [a] = await inCall();
    a.model.keepDraft({ language: 'c', text: 'a'.repeat(50_001) });
    expect(a.model.showDraft()).toBe('too-large');
    expect(a.model.getSnapshot().draft?.text).toHaveLength(50_001);
  });

  it('is something, and not more than is shown, nor than the document takes', async () => {
    const [a] = await inCall();
    expect(a.model.show(' \n', 'c')).toBe('empty');
    expect(a.model.show('a'.repeat(50_001), 'c')).toBe('too-large');
    expect(a.model.show('a'.repeat(50_000), 'c')).toBeNull();
    expect(a.model.show('b'.repeat(50_000), 'c')).toBe('full');
    expect(shown(a)?.text).toHaveLength(50_000);
  });

  it.each([
    ['no code', 'x'],
    ['of no language', { language: 'html"><script>', text: 'x' }],
    ['too long', { language: 'c', text: 'a'.repeat(50_001) }],
    ['no text', { language: 'c', text: { toString: 'x' } }],
  ])('is none when the other side writes what is %s', async (_what, value) => {
    const [a, b] = await inCall();
    a.map.set('shown', value);
    await clock.advance(200);
    expect([shown(b), b.model.unread()]).toEqual([null, 0]);
  });
});

describe('the language of a file', () => {
  it.each([
    ['Main.java', 'java'],
    ['a.b.PY', 'python'],
    ['x.tsx', 'typescript'],
    ['page.html', 'html'],
    ['notes.txt', null],
    ['x.constructor', null],
    ['Makefile', null],
  ])('of %s is %s', (name, language) => {
    expect(languageOf(name)).toBe(language);
  });
});
