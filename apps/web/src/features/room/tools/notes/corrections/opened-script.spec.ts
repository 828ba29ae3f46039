import { beforeEach, describe, expect, it } from '@jest/globals';
import { TextSelection } from '@tiptap/pm/state';
import type { Doc } from 'yjs';
import { openedText, openInNotes } from '../../../../../shared/corrections/opened-script';
import { HeadlessEditor, sync } from './testing/headless-editor';
import { schema } from './testing/random-document';

const TEXT = 'I go to park.\n\nIt are quiet.';

let mentor: HeadlessEditor;
beforeEach(() => {
  mentor = new HeadlessEditor();
  openInNotes(mentor.doc.getXmlFragment('notes'), 'first', 'What do you do?', TEXT);
});

const text = ({ doc }: { readonly doc: Doc } = mentor, id = 'first') => openedText(doc.getXmlFragment('notes'), id);

/** Where words stand in the editor. */
function placeOf(words: string): { readonly from: number; readonly to: number } {
  let from = -1;
  mentor.state.doc.descendants((node, at) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (index >= 0) from = at + index;
  });
  if (from < 0) throw new Error(`${words} is not there`);
  return { from, to: from + words.length };
}

const correct = (words: string, instead: string) => mentor.correct({ ...placeOf(words), lines: [instead] });
const idOf = (words: string) => mentor.book.getSnapshot().find(({ before }) => before === words)?.id ?? '';

describe('a script that was opened in the notes', () => {
  it('is there as it was, line by line, under its question', () => {
    expect(text()).toBe(TEXT);
    expect(mentor.text).toBe('What do you do?|I go to park.||It are quiet.|/|');
  });

  it('reads as before while corrections are only suggested', () => {
    correct('go', 'went');
    correct('It are quiet.', '');
    expect(text()).toBe(TEXT);
  });

  it('reads with what was accepted, and without what was rejected or is open', () => {
    correct('go', 'went');
    correct('are', 'is');
    correct('quiet', 'calm');
    mentor.decide(idOf('go'), 'accept').decide(idOf('are'), 'reject');
    expect(text()).toBe('I went to park.\n\nIt are quiet.');
    mentor.decide('all', 'accept');
    expect(text()).toBe('I went to park.\n\nIt are calm.');
  });

  it('holds the lines that an edit makes of one, and of two', () => {
    const { view } = mentor;
    view.dispatch(mentor.state.tr.split(placeOf('It are').from + 3));
    expect(text()).toBe('I go to park.\n\nIt \nare quiet.');
    const first = placeOf('I go').from;
    view.dispatch(mentor.state.tr.delete(first + 2, first + 18));
    expect(text()).toBe('I t \nare quiet.');
  });

  it('holds what is written between its lines, and nothing of the notes around it', () => {
    const { view } = mentor;
    const paragraph = (words: string) => schema.node('paragraph', null, schema.text(words));
    const end = mentor.state.doc.content.size;
    view.dispatch(mentor.state.tr.insert(end, paragraph('after')).insert(0, paragraph('before')));
    view.dispatch(mentor.state.tr.insert(placeOf('It are').from - 1, paragraph('between')));
    const rule = placeOf('quiet.').to + 1;
    view.dispatch(mentor.state.tr.insert(rule, paragraph('last')));
    expect(text()).toBe('I go to park.\n\nbetween\nIt are quiet.\nlast');
  });

  it('ends with its last line when the rule below it is gone', () => {
    const rule = placeOf('quiet.').to + 1;
    mentor.view.dispatch(mentor.state.tr.delete(rule, rule + 1));
    const end = mentor.state.doc.content.size;
    mentor.view.dispatch(mentor.state.tr.insert(end, schema.node('paragraph', null, schema.text('after'))));
    expect(text()).toBe(TEXT);
  });

  it('is the same on the other side', () => {
    const student = new HeadlessEditor();
    correct('go', 'went');
    sync(mentor.doc, student.doc);
    student.decide('all', 'accept');
    sync(mentor.doc, student.doc);
    expect([text(), text(student)]).toEqual(['I went to park.\n\nIt are quiet.', 'I went to park.\n\nIt are quiet.']);
  });

  it('is none once all of it was deleted', () => {
    const { state, view } = mentor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, 1)).delete(0, state.doc.content.size));
    expect(text()).toBeNull();
    expect(text(mentor, 'another')).toBeNull();
  });
});
