import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { ChatSide, chatInCall, pictureOf, say, states, texts } from './testing/chat-world';

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

const inCall = () => chatInCall(student, mentor);

describe('what two people say to each other', () => {
  it('stands in the same order on both sides, also when both say something at once', async () => {
    const { a, b } = await inCall();
    say(a.model, '  hello  ');
    await clock.advance(100);
    say(a.model, 'from a');
    say(b.model, 'from b');
    await clock.advance(200);
    expect(texts(a.model)[0]).toBe('hello');
    expect([...texts(a.model)].sort()).toEqual(['from a', 'from b', 'hello']);
    expect(texts(b.model)).toEqual(texts(a.model));
    expect(a.model.getSnapshot().messages.filter(({ mine }) => mine)).toHaveLength(2);
  });

  it('is sent when there is a connection again, in order and once', async () => {
    const { a, b, wire } = await inCall();
    wire.close();
    say(a.model, 'one');
    say(a.model, 'two');
    expect(states(a.model)).toEqual(['queued', 'queued']);
    expect(a.model.getSnapshot().connected).toBe(false);
    wire.open();
    expect(a.model.getSnapshot().connected).toBe(true);
    await clock.advance(200);
    wire.close();
    wire.open();
    await clock.advance(200);
    expect(texts(b.model)).toEqual(['one', 'two']);
    expect(states(a.model)).toEqual(['delivered', 'delivered']);
  });

  it('is there after a reload of either side, and what was not sent is sent then', async () => {
    const { a, b, ends } = await inCall();
    say(b.model, 'before');
    await clock.advance(100);
    for (const end of ends) end();
    say(a.model, 'unsent');
    for (const page of [a, b]) {
      page.model.close();
      page.shared.close();
    }
    student.side.server.refusal = 'network/offline';
    const after = await inCall();
    await clock.advance(200);
    expect(texts(after.b.model)).toEqual(['before', 'unsent']);
    expect(texts(after.a.model)).toEqual(texts(after.b.model));
  });

  it('is nothing when it is blank, and at most as long as the other side takes', async () => {
    const { a, b } = await inCall();
    say(a.model, ' \n ');
    say(a.model, 'a'.repeat(5_000));
    await clock.advance(200);
    expect(texts(b.model).map(({ length }) => length)).toEqual([4_000]);
  });

  it('has the picture that was chosen last, and none that was ready only after it was sent', async () => {
    const { a } = await inCall();
    const isFirstWanted = a.model.choosePicture();
    expect(isFirstWanted()).toBe(true);
    const isSecondWanted = a.model.choosePicture();
    expect([isFirstWanted(), isSecondWanted()]).toEqual([false, true]);
    a.model.send();
    expect(isSecondWanted()).toBe(true);
    say(a.model, 'without it');
    expect(isSecondWanted()).toBe(false);
  });

  it('does not go beyond what the document takes, and what was written is not lost', async () => {
    student = new ChatSide(clock, 'student', 3_000);
    const { a } = await inCall();
    a.model.keepDraft({ text: 'look', picture: pictureOf(5_000) });
    expect(a.model.send()).toBe(false);
    expect(a.model.getSnapshot()).toMatchObject({ full: true, messages: [] });
    expect(a.model.draft.text).toBe('look');
    a.model.keepDraft({ text: 'look', picture: null });
    expect(a.model.getSnapshot().full).toBe(false);
    expect(a.model.send()).toBe(true);
    expect(texts(a.model)).toEqual(['look']);
  });
});

describe('a message that was sent', () => {
  it('is delivered when it is there, and read when somebody looks', async () => {
    const { a, b } = await inCall();
    say(a.model, 'one');
    expect(states(a.model)).toEqual(['sent']);
    await clock.advance(200);
    expect(states(a.model)).toEqual(['delivered']);
    b.model.setVisible(true);
    await clock.advance(200);
    expect(states(a.model)).toEqual(['read']);
    say(a.model, 'two');
    await clock.advance(200);
    expect(states(a.model)).toEqual(['read', 'read']);
  });

  it('is marked by its reader alone, however many there are, in one change', async () => {
    const { a, b } = await inCall();
    for (const text of ['one', 'two', 'three']) say(a.model, text);
    await clock.advance(200);
    let changes = 0;
    b.shared.document.onUpdate(() => (changes += 1));
    b.model.setVisible(true);
    a.model.setVisible(true);
    await clock.advance(200);
    expect(changes).toBe(1);
  });

  it('can be taken back, and then nothing of it is left on either side', async () => {
    const { a, b } = await inCall();
    a.model.keepDraft({ text: 'a secret', picture: pictureOf(20_000) });
    a.model.send();
    say(a.model, 'kept');
    await clock.advance(200);
    const [secret] = b.model.getSnapshot().messages;
    b.model.takeBack(secret?.id ?? '');
    expect(texts(a.model)).toEqual(['a secret', 'kept']);
    a.model.takeBack(secret?.id ?? '');
    await clock.advance(200);
    for (const { model, shared } of [a, b]) {
      expect(model.getSnapshot().messages).toMatchObject([
        { deleted: true, text: '', picture: null },
        { text: 'kept' },
      ]);
      const bytes = shared.document.encode();
      expect(bytes.byteLength).toBeLessThan(2_000);
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('secret');
    }
    expect(b.model.unread()).toBe(1);
  });
});

describe('what nobody has read', () => {
  it('is counted while nobody looks, and the latest is news', async () => {
    const { a, b } = await inCall();
    say(a.model, 'one');
    say(a.model, 'two');
    await clock.advance(200);
    expect(b.model.unread()).toBe(2);
    expect(a.model.unread()).toBe(0);
    expect(b.model.getSnapshot().news?.text).toBe('two');
    b.model.setVisible(true);
    expect(b.model.unread()).toBe(0);
    expect(b.model.getSnapshot().news).toBeNull();
    say(a.model, 'three');
    await clock.advance(200);
    expect(b.model.unread()).toBe(0);
    expect(b.model.getSnapshot().news).toBeNull();
  });

  it('is news, too, when it came before there was a chat to read it', async () => {
    const { a, b } = await inCall();
    b.model.close();
    say(a.model, 'early');
    await clock.advance(200);
    const later = mentor.read(b.shared);
    expect(later.unread()).toBe(1);
    expect(later.getSnapshot().news?.text).toBe('early');
  });

  it('is still so after a reload, and what was read is not', async () => {
    const { a, b } = await inCall();
    b.model.setVisible(true);
    say(a.model, 'read');
    await clock.advance(200);
    b.model.setVisible(false);
    say(a.model, 'unread');
    await clock.advance(200);
    const again = await mentor.visit();
    expect(texts(again.model)).toEqual(['read', 'unread']);
    expect(again.model.unread()).toBe(1);
    expect(again.model.getSnapshot().news).toBeNull();
  });
});

describe('that somebody writes', () => {
  it('is seen by the other side until four seconds after the last key', async () => {
    const { a, b } = await inCall();
    const types = () => b.model.getSnapshot().partnerTypes;
    for (const text of ['h', 'he', 'hel']) {
      a.model.keepDraft({ text, picture: null });
      await clock.advance(3_000);
      expect(types()).toBe(true);
    }
    await clock.advance(1_200);
    expect(types()).toBe(false);
    expect(a.model.getSnapshot().partnerTypes).toBe(false);
  });

  it.each([
    ['what was written is sent', (model: Parameters<typeof say>[0]) => void model.send()],
    ['they go elsewhere', (model: Parameters<typeof say>[0]) => model.stopTyping()],
    ['the panel closes', (model: Parameters<typeof say>[0]) => model.setVisible(false)],
    ['everything is deleted', (model: Parameters<typeof say>[0]) => model.keepDraft({ text: '', picture: null })],
    ['the visit ends', (model: Parameters<typeof say>[0]) => model.close()],
  ])('ends when %s', async (_when, end) => {
    const { a, b } = await inCall();
    a.model.keepDraft({ text: 'hello', picture: null });
    await clock.advance(100);
    expect(b.model.getSnapshot().partnerTypes).toBe(true);
    end(a.model);
    await clock.advance(100);
    expect(b.model.getSnapshot().partnerTypes).toBe(false);
  });
});
