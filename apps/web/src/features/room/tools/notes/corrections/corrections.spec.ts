import { describe, expect, it } from '@jest/globals';
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { Doc } from 'yjs';
import { HeadlessEditor, sync } from './testing/headless-editor';
import { schema } from './testing/random-document';

const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const docOf = (...lines: string[]) => schema.node('doc', null, lines.map(paragraph));
const editorOf = (...lines: string[]) => new HeadlessEditor().fill(docOf(...lines));
const listOf = ({ book }: HeadlessEditor) =>
  book.getSnapshot().map(({ before, after, state }) => ({ before, after, state }));
const idsOf = ({ book }: HeadlessEditor) => book.getSnapshot().map(({ id }) => id);

describe('what a mentor writes while correcting', () => {
  it('is one correction when a word is replaced', () => {
    const editor = editorOf('I go home').select(3, 5).type('w').type('ent');
    expect(listOf(editor)).toEqual([{ before: 'go', after: 'went', state: 'open' }]);
    expect(editor.text).toBe('I gowent home');
  });

  it('is one correction when a word is deleted, and another written then', () => {
    const editor = editorOf('I go home').select(3, 5).correct({ from: 3, to: 5, lines: [] });
    expect(editor.state.selection.from).toBe(5);
    expect(listOf(editor.type('went'))).toEqual([{ before: 'go', after: 'went', state: 'open' }]);
  });

  it('takes the place of everything when everything is selected', () => {
    const editor = editorOf('I go', 'home');
    editor.view.dispatch(editor.state.tr.setSelection(new AllSelection(editor.state.doc)));
    editor.type('w').type('e');
    expect(editor.state.selection).toBeInstanceOf(TextSelection);
    editor.decide('all', 'accept');
    expect(editor.text).toBe('we');
  });

  it('stands beside a rule that is selected', () => {
    const content = [paragraph('a'), schema.node('horizontalRule')];
    const editor = new HeadlessEditor().fill(schema.node('doc', null, content));
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 3)));
    editor.type('w');
    expect(editor.state.doc.childCount).toBe(2);
    expect(editor.state.selection).toBeInstanceOf(TextSelection);
    expect(editor.type('e').text).toBe('awe|/');
  });

  it('never stands in the middle of an emoji, wherever the caret was left', () => {
    const editor = editorOf('a👍b').select(3).type('w');
    expect(editor.text).toBe('aw👍b');
    expect(editor.correct({ from: 4, to: 5, lines: [] }).decide('all', 'accept').text).toBe('awb');
  });

  it('is two corrections in two places', () => {
    const editor = editorOf('I go to home')
      .select(3, 5)
      .type('went')
      .select(10)
      .correct({ from: 10, to: 13, lines: [] });
    expect(listOf(editor)).toEqual([
      { before: 'go', after: 'went', state: 'open' },
      { before: 'to ', after: '', state: 'open' },
    ]);
  });

  it('stands after what it replaces, also when that was deleted backwards', () => {
    const editor = editorOf('I go home').select(5);
    editor.correct({ from: 4, to: 5, lines: [] }).correct({ from: 3, to: 4, lines: [] });
    expect(editor.state.selection.from).toBe(3);
    expect(editor.type('went').text).toBe('I gowent home');
    expect(listOf(editor)).toEqual([{ before: 'go', after: 'went', state: 'open' }]);
  });

  it('goes for real when the mentor deletes it again, and so does the correction', () => {
    const editor = editorOf('I go').select(5).type('es').correct({ from: 5, to: 7, lines: [] });
    expect(editor.text).toBe('I go');
    expect(listOf(editor)).toEqual([]);
    expect(editor.doc.getMap('corrections').size).toBe(0);
  });

  it('is a new block only once it is accepted', () => {
    const editor = editorOf('one two')
      .select(5)
      .correct({ from: 4, to: 5, lines: ['', ''] });
    expect(listOf(editor)).toEqual([{ before: ' ', after: '\n', state: 'open' }]);
    expect(editor.state.doc.childCount).toBe(1);
    expect(editor.decide('all', 'accept').text).toBe('one|two');
  });

  it('joins two blocks only once it is accepted', () => {
    const editor = editorOf('one', 'two').correct({ from: 4, to: 6, lines: [] });
    expect(listOf(editor)).toEqual([{ before: '\n', after: '', state: 'open' }]);
    expect(editor.text).toBe('one|two');
    expect(editor.decide('all', 'accept').text).toBe('onetwo');
  });

  it('is undone with what is known of it', () => {
    const editor = editorOf('I go').select(3, 5).type('went');
    editor.undo.undo();
    expect(editor.text).toBe('I go');
    expect(listOf(editor)).toEqual([]);
    editor.undo.redo();
    expect(listOf(editor)).toEqual([{ before: 'go', after: 'went', state: 'open' }]);
  });

  it('has the category of the one before', () => {
    const editor = editorOf('I go home').select(3, 5).type('went');
    editor.book.setCategory(idsOf(editor)[0] ?? '', 'grammar');
    editor.book.setComment(idsOf(editor)[0] ?? '', 'past tense');
    editor.select(12).type('X');
    expect(editor.book.getSnapshot()).toMatchObject([
      { category: 'grammar', comment: 'past tense' },
      { category: 'grammar', comment: '' },
    ]);
  });

  it('is not taken beyond so many corrections', () => {
    const editor = editorOf('a b c');
    for (let count = 0; count < 500; count += 1) editor.book.begin(`c${count}`);
    editor.select(2).type('x');
    expect(editor.refusals).toEqual(['too-many']);
    expect(editor.text).toBe('a b c');
  });
});

describe('an input method', () => {
  it('writes a suggestion over a selection, syllable by syllable', () => {
    const editor = editorOf('나는 간다').select(4, 6).prepare();
    expect(editor.state.selection).toMatchObject({ from: 6, to: 6 });
    editor.compose('ㄱ', 6, 6).compose('가', 6, 7).compose('갔', 6, 7).composed();
    expect(editor.text).toBe('나는 간다갔');
    expect(listOf(editor)).toEqual([{ before: '간다', after: '갔', state: 'open' }]);
  });

  it('begins after what is to be taken away', () => {
    const editor = editorOf('abc').correct({ from: 2, to: 3, lines: [] }).select(2).prepare();
    expect(editor.state.selection.from).toBe(3);
  });

  it('finds its text where it put it until it is done, and what it wrote over comes back then', () => {
    const editor = editorOf('I goed home').select(7).compose('went', 3, 7);
    expect(editor.text).toBe('I went home');
    expect(editor.composed().text).toBe('I goedwent home');
    expect(listOf(editor)).toEqual([{ before: 'goed', after: 'went', state: 'open' }]);
    expect(editor.decide('all', 'reject').text).toBe('I goed home');
  });
});

describe('what a student decides', () => {
  const corrected = () => editorOf('I go to home').select(3, 5).type('went').correct({ from: 10, to: 13, lines: [] });

  it('changes that correction only, and is remembered with what it was about', () => {
    const editor = corrected();
    const [first = '', second = ''] = idsOf(editor);
    editor.decide(first, 'accept');
    expect(editor.text).toBe('I went to home');
    editor.decide(second, 'reject');
    expect(editor.text).toBe('I went to home');
    expect(listOf(editor)).toEqual([
      { before: 'go', after: 'went', state: 'accepted' },
      { before: 'to ', after: '', state: 'rejected' },
    ]);
  });

  it('is undone in one step, each by itself', () => {
    const editor = corrected();
    const [first = '', second = ''] = idsOf(editor);
    editor.decide(first, 'accept').decide(second, 'accept');
    expect(editor.text).toBe('I went home');
    editor.undo.undo();
    expect(listOf(editor).map(({ state }) => state)).toEqual(['open', 'accepted']);
    editor.undo.undo();
    expect(listOf(editor).map(({ state }) => state)).toEqual(['open', 'open']);
    expect(editor.text).toBe('I gowent to home');
  });

  it('is nothing new when it is decided again, or gone, or never was', () => {
    const editor = corrected();
    const [first = ''] = idsOf(editor);
    editor.decide(first, 'accept');
    const before = editor.state.doc;
    editor.decide(first, 'reject').decide('nobody', 'accept');
    expect(editor.state.doc.eq(before)).toBe(true);
    expect(listOf(editor).at(-1)).toMatchObject({ state: 'accepted' });
  });

  it('is the same when both sides decide it at once', () => {
    const mine = corrected();
    const theirs = new HeadlessEditor(new Doc());
    sync(mine.doc, theirs.doc);
    mine.decide('all', 'accept');
    theirs.decide('all', 'accept');
    sync(mine.doc, theirs.doc);
    expect(mine.text).toBe('I went home');
    expect(theirs.text).toBe('I went home');
    expect(listOf(theirs)).toEqual(listOf(mine));
  });

  it.each(['accept', 'reject'] as const)(
    'leaves nothing of words of two corrections, one of which takes them away: %s',
    (decision) => {
      const [inserted, deleted] = [schema.mark('inserted', { id: 'a' }), schema.mark('deleted', { id: 'b' })];
      const both = schema.text('late', [inserted, deleted]);
      const editor = new HeadlessEditor().fill(schema.node('doc', null, [schema.node('paragraph', null, [both])]));
      expect(editor.decide('all', decision).text).toBe('');
    },
  );

  it('holds for what is left when its words are deleted meanwhile', () => {
    const mine = corrected();
    const theirs = new HeadlessEditor(new Doc());
    sync(mine.doc, theirs.doc);
    theirs.view.dispatch(theirs.state.tr.delete(1, theirs.state.doc.content.size - 1));
    mine.decide('all', 'accept');
    sync(mine.doc, theirs.doc);
    expect(theirs.text).toBe(mine.text);
    expect(mine.decide('all', 'reject').text).toBe(theirs.text);
  });
});
