import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { XmlElement, XmlText } from 'yjs';
import { writeRecord } from '../../../../shared/corrections/correction-record';
import { nodesOf } from '../../../../shared/corrections/nodes-of';
import { DocumentSide } from '../../document/testing/document-world';
import { practiceOf, PracticeWorld } from './testing/practice-world';

let world: PracticeWorld;
beforeEach(() => {
  world = new PracticeWorld();
});
afterEach(() => world.close());

type Page = Awaited<ReturnType<PracticeWorld['page']>>;
const notesOf = ({ shared }: Page) => shared.document.doc.getXmlFragment('notes');
const practice = ({ carried }: Page) => carried.getSnapshot().practice ?? practiceOf('');
const stage = (...pages: Page[]) => pages.map((page) => page.model.script.stageOf(practice(page)));
const open = (page: Page) => page.model.script.open(practice(page));

/** As the editor accepts a correction of these words. */
function accept(page: Page, before: string, after: string): void {
  const { doc } = page.shared.document;
  for (const node of [...nodesOf(notesOf(page))]) {
    const at = node instanceof XmlText ? node.toString().indexOf(before) : -1;
    if (!(node instanceof XmlText) || at < 0) continue;
    doc.transact(() => {
      node.delete(at, before.length);
      node.insert(at, after);
      const begun = new Date(Date.parse('2026-03-01T10:00:00.000Z') + world.clock.now()).toISOString();
      writeRecord(doc, `c-${before}`, { state: 'accepted', before, after, at: begun });
    });
    return;
  }
  throw new Error(`${before} is not there`);
}

async function opened() {
  const { mentor, student } = await world.inCall();
  await world.clock.advance(3_000);
  open(mentor);
  await world.clock.advance(100);
  return { mentor, student };
}

describe('opening the script in the notes', () => {
  it('puts question and text there once, for both', async () => {
    const { mentor, student } = await opened();
    open(mentor);
    await world.clock.advance(100);
    const lines = notesOf(student)
      .toArray()
      .map((line) => (line instanceof XmlElement ? line.nodeName : ''));
    expect(lines).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph', 'horizontalRule', 'paragraph']);
    expect(student.model.script.notes.getSnapshot().text).toBe('I go to park.\n\nIt is quiet.');
    expect(stage(mentor, student)).toEqual(['open', 'open']);
    expect(student.snapshot().news?.what).toBe('opened');
  });

  it('is the mentor’s, and waits for what was written before', async () => {
    const student = await world.page('student');
    const mentor = await world.page('mentor');
    await world.clock.advance(3_000);
    expect([open(student), stage(student)]).toEqual([true, ['closed']]);
    expect(mentor.model.script.mayOpen()).toBe(true);
    open(mentor);
    const again = await world.page('mentor', mentor.side);
    expect([again.model.script.mayOpen(), stage(again)]).toEqual([false, ['open']]);
  });

  it('is offered as soon as what was written before is here', async () => {
    const side = new DocumentSide(world.clock);
    side.server.hold();
    const { script } = (await world.page('mentor', side)).model;
    expect(script.mayOpen()).toBe(false);
    const told: boolean[] = [];
    const stop = script.subscribe(() => told.push(script.mayOpen()));
    await side.server.release();
    expect(told.at(-1)).toBe(true);
    stop();
  });

  it('can be done anew once it was all taken out', async () => {
    const { mentor } = await opened();
    const notes = notesOf(mentor);
    notes.delete(0, notes.length);
    expect(stage(mentor)).toEqual(['closed']);
    open(mentor);
    expect(stage(mentor)).toEqual(['open']);
  });
});

describe('the next version of a script', () => {
  it('is offered as soon as something was accepted, and not for what was decided before', async () => {
    const { mentor, student } = await world.inCall();
    await world.clock.advance(3_000);
    writeRecord(mentor.shared.document.doc, 'early', { state: 'accepted', at: '2026-02-01T10:00:00.000Z' });
    open(mentor);
    await world.clock.advance(100);
    expect(stage(student)).toEqual(['open']);
    accept(student, 'go', 'went');
    expect(stage(student)).toEqual(['corrected']);
  });

  it('is made of the text as it stands there, and both know', async () => {
    const { mentor, student } = await opened();
    accept(student, 'go', 'went');
    await student.model.script.makeNext();
    await world.clock.advance(100);
    expect(world.practice?.script).toMatchObject({ text: 'I went to park.\n\nIt is quiet.', revision: 4 });
    expect(stage(mentor, student)).toEqual(['saved', 'saved']);
    expect(mentor.snapshot().news?.what).toBe('saved');
    accept(student, 'quiet', 'calm');
    await world.clock.advance(100);
    expect(stage(mentor, student)).toEqual(['corrected', 'corrected']);
    await student.model.script.makeNext();
    expect(world.practice?.script).toMatchObject({ text: 'I went to park.\n\nIt is calm.', revision: 5 });
  });

  it('is refused when the script was changed elsewhere, and the text stays in the notes', async () => {
    const { student } = await opened();
    accept(student, 'go', 'went');
    world.practice = practiceOf('Something else.', 9);
    await expect(student.model.script.makeNext()).rejects.toMatchObject({ code: 'scripts/stale-revision' });
    await student.carried.refresh();
    expect(stage(student)).toEqual(['corrected']);
    expect(student.model.script.notes.getSnapshot().text).toBe('I went to park.\n\nIt is quiet.');
    expect(world.practice.script.text).toBe('Something else.');
  });
});
