import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { ChatSide, chatInCall, NOW, pictureOf, say, states, texts, uuid } from './testing/chat-world';

let clock: ManualClock;
let student: ChatSide;
let mentor: ChatSide;
beforeEach(() => {
  clock = new ManualClock();
  student = new ChatSide(clock, 'student');
  mentor = new ChatSide(clock, 'mentor');
});
afterEach(() => {
  for (const { side } of [student, mentor]) side.close();
});

const entry = { id: uuid(7), by: 'student', text: 'hello', at: NOW };

describe('what the other side put into the document', () => {
  it.each([
    ['no object', 'hello'],
    ['nothing', null],
    ['bytes', new Uint8Array(8)],
    ['of somebody else', { ...entry, by: 'admin' }],
    ['without an id', { ...entry, id: 'x' }],
    ['not said at any time', { ...entry, at: 'now' }],
    ['no text', { ...entry, text: { toString: 'x' } }],
    ['blank', { ...entry, text: ' ' }],
    ['too long', { ...entry, text: 'a'.repeat(4_001) }],
  ])('is not shown when it is %s', async (_what, value) => {
    const { a, b } = await chatInCall(student, mentor);
    a.array.push([value, { ...entry, id: uuid(8), text: 'sound' }]);
    await clock.advance(200);
    expect(texts(b.model)).toEqual(['sound']);
    expect(b.model.unread()).toBe(1);
  });

  it.each([
    ['a drawing with scripts', { mimeType: 'image/svg+xml', bytes: Buffer.from('<svg/>') }],
    ['one of more bytes than are shown', pictureOf(204_801)],
    ['one of gigabytes', pictureOf(100, 16_000, 16_000)],
    ['an address', { bytes: 'https://evil.example/x.png' }],
  ])('is shown without its picture when that is %s, and not at all when it is nothing else', async (_what, picture) => {
    const { a, b } = await chatInCall(student, mentor);
    a.array.push([
      { ...entry, picture },
      { ...entry, id: uuid(8), text: '', picture },
    ]);
    await clock.advance(200);
    expect(b.model.getSnapshot().messages).toMatchObject([{ text: 'hello', picture: null }]);
  });

  it('is a picture of the type and size that its bytes say', async () => {
    const { a, b } = await chatInCall(student, mentor);
    const picture = { ...pictureOf(300, 40, 30), mimeType: 'text/html', width: 9e9, height: -1 };
    a.array.push([{ ...entry, text: '', picture }]);
    await clock.advance(200);
    expect(b.model.getSnapshot().messages[0]?.picture).toMatchObject({ mimeType: 'image/webp', width: 40, height: 30 });
  });

  it('is shown once, though it is there twice', async () => {
    const { a, b } = await chatInCall(student, mentor);
    a.array.push([entry, { ...entry, text: 'another' }]);
    await clock.advance(200);
    expect(texts(b.model)).toEqual(['hello']);
  });

  it('is shown as far as two people can have written it', async () => {
    const { a, b } = await chatInCall(student, mentor);
    a.array.push(Array.from({ length: 5_001 }, (_, n) => ({ ...entry, id: uuid(n), text: String(n) })));
    await clock.advance(5_000);
    expect(texts(b.model)).toHaveLength(5_000);
    expect(texts(b.model).at(-1)).toBe('5000');
  });

  it('is marked as read by whoever reads it, and by nobody for themselves', async () => {
    const { a, b } = await chatInCall(student, mentor);
    say(b.model, 'mine');
    await clock.advance(200);
    const marks = a.shared.document.doc.getMap('chatMarks');
    marks.set(b.model.getSnapshot().messages[0]?.id ?? '', '<b>read</b>');
    await clock.advance(200);
    expect(states(b.model)).toEqual(['sent']);
    a.array.push([entry]);
    await clock.advance(200);
    expect(marks.get(entry.id)).toBe('delivered');
    expect(states(a.model)[1]).toBe('delivered');
  });

  it('makes this side tell a mark once, however often it is removed', async () => {
    const { a, b } = await chatInCall(student, mentor);
    say(a.model, 'one');
    await clock.advance(200);
    const marks = a.shared.document.doc.getMap('chatMarks');
    for (let time = 0; time < 3; time += 1) {
      marks.clear();
      await clock.advance(200);
    }
    expect(marks.size).toBe(0);
    expect(b.model.unread()).toBe(1);
  });
});
