import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { DocumentSide, DocumentWire } from '../../document/testing/document-world';
import { NotesModel } from './notes-model';
import { write } from './testing/notes-world';

let clock: ManualClock;
let mine: DocumentSide;
let theirs: DocumentSide;
beforeEach(() => {
  clock = new ManualClock();
  mine = new DocumentSide(clock);
  theirs = new DocumentSide(clock);
});
afterEach(() => {
  for (const side of [mine, theirs]) side.close();
});

describe('what the other side writes', () => {
  it('is unread until the panel is open', async () => {
    const wire = new DocumentWire(clock);
    const [a, b] = [mine.share(), theirs.share()];
    wire.begin(a, 'a');
    wire.begin(b, 'b');
    wire.open();
    await clock.advance(100);
    const [writer, reader] = [new NotesModel(a, 'mentor'), new NotesModel(b, 'student')];
    write(writer, 'news');
    write(writer, 'more');
    await clock.advance(100);
    expect([writer.unread(), reader.unread()]).toEqual([0, 1]);
    reader.setVisible(true);
    expect(reader.unread()).toBe(0);
    write(writer, 'again');
    await clock.advance(100);
    expect(reader.unread()).toBe(0);
  });

  it('is not what the server or this device had', async () => {
    write(new NotesModel(theirs.share(), 'mentor'), 'before');
    await clock.advance(3_000);
    mine.device.kept = theirs.device.kept;
    const model = new NotesModel(mine.share(), 'student');
    await clock.advance(100);
    expect(model.fragment.toString()).toContain('before');
    expect(model.unread()).toBe(0);
  });
});
