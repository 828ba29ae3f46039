import { describe, expect, it } from '@jest/globals';
import { noDocument } from '../../document/testing/no-document';
import type { ToolLink, ToolStore } from '../tool';
import { ChatModel } from './chat-model';

const memoryStore = (): ToolStore => {
  let value: string | null = null;
  return { read: () => value, write: (next) => void (value = next) };
};

const room = { id: '00000000-0000-4000-8000-000000000001', kind: 'tutoring', role: 'mentor' } as const;

class FakeLink implements ToolLink {
  readonly room = room;
  readonly document = noDocument;
  open = true;
  readonly sent: unknown[] = [];
  constructor(readonly store: ToolStore = memoryStore()) {}
  isOpen = () => this.open;
  send = (frame: unknown) => {
    if (this.open) this.sent.push(structuredClone(frame));
    return this.open;
  };
}

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function chat(link: ToolLink, firstId = 1) {
  let next = firstId;
  return new ChatModel({ link, newId: () => uuid(next++), now: () => '2026-11-21T08:00:00.000Z' });
}

/** Joins two chats so that what one sends the other receives at once, while `wire.up`. */
function pair() {
  const wire = { up: true };
  const ends: ChatModel[] = [];
  const linkTo = (other: number): ToolLink => ({
    room,
    document: noDocument,
    store: memoryStore(),
    isOpen: () => wire.up,
    send: (frame) => {
      if (wire.up) ends[other]?.receive(structuredClone(frame));
      return wire.up;
    },
  });
  const a = chat(linkTo(1), 1);
  const b = chat(linkTo(0), 100);
  ends.push(a, b);
  return { a, b, wire, reopen: () => ends.forEach((end) => end.linkChanged()) };
}

const texts = (model: ChatModel) => model.getSnapshot().entries.map((entry) => entry.text);

describe('the chat of a room', () => {
  it('delivers a message and shows the receipt to its writer', () => {
    const { a, b } = pair();
    a.write('  hello  ');
    expect(texts(b)).toEqual(['hello']);
    expect(a.getSnapshot().entries[0]?.state).toBe('delivered');
  });

  it('keeps what is written while the channel is down and sends it in order when it opens', () => {
    const { a, b, wire, reopen } = pair();
    wire.up = false;
    reopen();
    a.write('one');
    a.write('two');
    expect(a.getSnapshot().entries.map((entry) => entry.state)).toEqual(['queued', 'queued']);
    expect(a.getSnapshot().linkOpen).toBe(false);
    wire.up = true;
    reopen();
    expect(texts(b)).toEqual(['one', 'two']);
  });

  it('sends an unconfirmed message again after the channel reopened, and the other side shows it once', () => {
    const link = new FakeLink();
    const model = chat(link);
    model.write('lost receipt');
    link.open = false;
    model.linkChanged();
    link.open = true;
    model.linkChanged();
    expect(link.sent).toHaveLength(2);
    const receiver = chat(new FakeLink(), 50);
    for (const frame of link.sent) receiver.receive(frame);
    expect(texts(receiver)).toEqual(['lost receipt']);
  });

  it('confirms a doubled message each time, since its first receipt may be the one that was lost', () => {
    const link = new FakeLink();
    const model = chat(link);
    const frame = { tool: 'chat', id: uuid(7), text: 'hi', sentAt: '2026-11-21T08:00:00.000Z' };
    model.receive(frame);
    model.receive(frame);
    expect(link.sent).toEqual([
      { tool: 'chat-receipt', id: uuid(7) },
      { tool: 'chat-receipt', id: uuid(7) },
    ]);
  });

  it('counts unread messages only while its panel is closed', () => {
    const { a, b } = pair();
    a.write('one');
    a.write('two');
    expect(b.unread()).toBe(2);
    b.setVisible(true);
    expect(b.unread()).toBe(0);
    a.write('three');
    expect(b.unread()).toBe(0);
  });

  it('finds its log again after a reload and sends again what was never confirmed', () => {
    const store = memoryStore();
    const before = new FakeLink(store);
    const model = chat(before);
    model.write('confirmed');
    model.receive({ tool: 'chat-receipt', id: uuid(1) });
    model.write('unconfirmed');
    const after = new FakeLink(store);
    expect(texts(chat(after, 9))).toEqual(['confirmed', 'unconfirmed']);
    expect(after.sent).toEqual([expect.objectContaining({ id: uuid(2), text: 'unconfirmed' })]);
  });

  it('refuses frames that are not its own and survives a broken store', () => {
    const link = new FakeLink({ read: () => '{"not": "a log"', write: () => undefined });
    const model = chat(link);
    expect(model.getSnapshot().entries).toEqual([]);
    expect(model.receive({ tool: 'chat', id: 'x', text: 5 })).toBe(false);
    expect(model.receive(null)).toBe(false);
  });

  it('does not take blank text for a message', () => {
    const link = new FakeLink();
    const model = chat(link);
    model.write(' \n ');
    expect(model.getSnapshot().entries).toEqual([]);
    expect(link.sent).toEqual([]);
  });
});
