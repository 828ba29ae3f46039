import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Doc } from 'yjs';
import { listCorrections } from '../../../../../shared/corrections/list-corrections';
import { acceptedView } from './accepted-view';
import { piecesOf } from './pieces';
import { HeadlessEditor, sync } from './testing/headless-editor';
import { linesIn } from './testing/predicted-lines';
import { plainEdit } from './testing/plain-edit';
import { caretPlaces, randomDocument, unbrokenDocument } from './testing/random-document';

const place = fc.nat(999);
const length = fc.oneof(fc.constant(0), fc.nat(8));
const words = fc.constantFrom('x', 'yz', '한');
const correction = fc.record({ by: fc.constant('mentor' as const), words: fc.option(words), place, length });
const writing = fc.record({ by: fc.constant('student' as const), words, place, length });
const meeting = fc.constant({ by: 'both' as const });

/** The same edits each time; others with `RUNS=1000`. */
const RUNS = process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 60, seed: 20_261_123 };

/** Whose words come first where both write in one place goes by the number: it is drawn as all else is. */
const numbers = fc.constantFrom([1, 2] as const, [2, 1] as const);

const documentOf = (clientID: number): Doc => Object.assign(new Doc(), { clientID });

function rangeIn({ state }: HeadlessEditor, at: number, size: number): { readonly from: number; readonly to: number } {
  const places = caretPlaces(state.doc);
  const index = at % places.length;
  const from = places[index] ?? 1;
  return { from, to: places[Math.min(index + size, places.length - 1)] ?? from };
}

describe('corrections of a shared document', () => {
  it('are the mentor’s text at the other side, too, and the student’s when none is taken', () => {
    fc.assert(
      fc.property(
        randomDocument,
        fc.array(correction, { maxLength: 6 }),
        fc.boolean(),
        numbers,
        (original, edits, isAccepted, [mentors, students]) => {
          const mentor = new HeadlessEditor(documentOf(mentors)).fill(original);
          const student = new HeadlessEditor(documentOf(students));
          sync(mentor.doc, student.doc);
          let plain = mentor.state.doc;
          for (const edit of edits) {
            const range = rangeIn(mentor, edit.place, edit.length);
            const view = acceptedView(mentor.state.doc, range.from, range.to);
            const what =
              edit.words === null ? { what: 'delete' as const } : { what: 'write' as const, text: edit.words };
            plain = plainEdit(plain, what, view.from, view.to);
            mentor.correct({ ...range, lines: edit.words === null ? [] : [edit.words] });
            sync(mentor.doc, student.doc);
          }
          expect(student.state.doc.toString()).toBe(mentor.state.doc.toString());
          expect(listCorrections(student.doc)).toEqual(mentor.book.getSnapshot());
          student.decide('all', isAccepted ? 'accept' : 'reject');
          sync(mentor.doc, student.doc);
          expect(mentor.state.doc.toString()).toBe((isAccepted ? plain : original).toString());
          expect(piecesOf(mentor.state.doc)).toEqual([]);
          expect(mentor.book.getSnapshot().every(({ state }) => state !== 'open')).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('are the same on both sides whoever wrote meanwhile, and leave what both wrote where all is taken', () => {
    const events = fc.array(fc.oneof(correction, writing, meeting), { maxLength: 12 });
    fc.assert(
      fc.property(
        unbrokenDocument,
        events,
        fc.boolean(),
        numbers,
        (original, steps, isAccepted, [mentors, students]) => {
          const mentor = new HeadlessEditor(documentOf(mentors)).fill(original);
          const student = new HeadlessEditor(documentOf(students));
          sync(mentor.doc, student.doc);
          for (const step of steps) {
            if (step.by === 'both') sync(mentor.doc, student.doc);
            else if (step.by === 'mentor') {
              const range = rangeIn(mentor, step.place, step.length);
              mentor.correct({ ...range, lines: step.words === null ? [] : [step.words] });
            } else {
              const { from, to } = rangeIn(student, step.place, step.length);
              student.view.dispatch(student.state.tr.insertText(step.words, from, to));
            }
          }
          sync(mentor.doc, student.doc);
          expect(student.state.doc.toString()).toBe(mentor.state.doc.toString());
          student.decide('all', isAccepted ? 'accept' : 'reject');
          mentor.type('w');
          sync(mentor.doc, student.doc);
          expect(linesIn(student.state.doc)).toEqual(linesIn(mentor.state.doc));
          student.decide('all', 'accept');
          expect(piecesOf(student.state.doc)).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});
