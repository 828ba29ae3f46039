import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DocumentPair } from '../../document/testing/document-world';
import { NotesModel } from './notes-model';
import { write } from './testing/notes-world';

let pair: DocumentPair;
beforeEach(() => {
  pair = new DocumentPair();
});
afterEach(() => pair.close());

describe('what the other side writes', () => {
  it('is unread until the panel is open', async () => {
    const [a, b] = [pair.mine.share(), pair.theirs.share()];
    await pair.connect(a, b);
    const [writer, reader] = [new NotesModel(a, 'mentor'), new NotesModel(b, 'student')];
    write(writer, 'news');
    write(writer, 'more');
    await pair.clock.advance(100);
    expect([writer.unread(), reader.unread()]).toEqual([0, 1]);
    reader.setVisible(true);
    expect(reader.unread()).toBe(0);
    write(writer, 'again');
    await pair.clock.advance(100);
    expect(reader.unread()).toBe(0);
  });

  it('is not what the server or this device had', async () => {
    write(new NotesModel(pair.theirs.share(), 'mentor'), 'before');
    await pair.clock.advance(3_000);
    pair.mine.device.kept = pair.theirs.device.kept;
    const model = new NotesModel(pair.mine.share(), 'student');
    await pair.clock.advance(100);
    expect(model.fragment.toString()).toContain('before');
    expect(model.unread()).toBe(0);
  });
});
