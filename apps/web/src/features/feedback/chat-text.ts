import type { ChatEntry } from '../../shared/consult-document/chat-entry';

export interface ChatWords {
  name(message: ChatEntry): string;
  time(message: ChatEntry): string;
  /** What stands for a picture, and for a message that was taken back. */
  readonly picture: string;
  readonly deleted: string;
}

/** The chat as one reads it: a line for each message, and further lines of it set in. */
export function toChatText(messages: readonly ChatEntry[], words: ChatWords): string {
  return messages
    .map((message) => {
      const { text, picture, deleted } = message;
      const said = [text, picture && `[${words.picture}]`, deleted && `[${words.deleted}]`].filter(Boolean).join('\n');
      return `[${words.time(message)}] ${words.name(message)}: ${said.replaceAll(/\r\n?|\n/gu, '\n    ')}\n`;
    })
    .join('');
}
