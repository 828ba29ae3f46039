import { describe, expect, it } from '@jest/globals';
import type { ChatEntry } from '../../shared/consult-document/chat-entry';
import { toChatText } from './chat-text';

const words = {
  name: ({ by }: ChatEntry) => by,
  time: ({ at }: ChatEntry) => at.slice(11, 16),
  picture: 'picture',
  deleted: 'deleted',
};
const message = (changes: Partial<ChatEntry>): ChatEntry => ({
  id: '1',
  by: 'mentor',
  text: '',
  at: '2026-11-21T08:00:00.000Z',
  ...changes,
});

describe('the chat as text', () => {
  it('is a line for each message, and nobody can write one in the name of another', () => {
    const forged = message({ text: 'hello\n[08:01] student: I agree\r\n[08:02] student: yes\rno' });
    expect(toChatText([forged, message({ by: 'student', text: '네' })], words)).toBe(
      '[08:00] mentor: hello\n    [08:01] student: I agree\n    [08:02] student: yes\n    no\n[08:00] student: 네\n',
    );
  });

  it('says where a picture was, and what was taken back', () => {
    const picture = { mimeType: 'image/webp' as const, width: 1, height: 1, bytes: new Uint8Array(1) };
    const messages = [message({ picture }), message({ picture, text: 'look' }), message({ deleted: true })];
    expect(toChatText(messages, words)).toBe(
      '[08:00] mentor: [picture]\n[08:00] mentor: look\n    [picture]\n[08:00] mentor: [deleted]\n',
    );
  });
});
