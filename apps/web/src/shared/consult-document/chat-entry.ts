import { ConsultRole } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { pictureIn } from '../pictures/picture-facts';

/** Characters (UTF-16 code units) one message may have. */
export const CHAT_TEXT_MAX = 4_000;
/** Of a picture that is shown; ours are smaller. */
const PICTURE_LIMITS = { bytes: 200 * 1_024, pixels: 2_560 };

/** A message as it stands in the document. Who wrote it there may have written anything: it is read through this. */
export const ChatEntry = z
  .object({
    id: z.uuid(),
    by: ConsultRole,
    text: z.string().max(CHAT_TEXT_MAX),
    /** By the server's clock, as far as the writer knew it. */
    at: z.iso.datetime(),
    /** Without one that cannot be shown. */
    picture: z
      .unknown()
      .transform((picture) => pictureIn(picture, PICTURE_LIMITS) ?? undefined)
      .optional(),
    /** Its writer took it back; nothing of it is there any more. */
    deleted: z.literal(true).optional(),
  })
  .transform((entry) => (entry.deleted ? { ...entry, text: '', picture: undefined } : entry))
  .refine(({ text, picture, deleted }) => deleted || picture !== undefined || text.trim() !== '');
export type ChatEntry = z.infer<typeof ChatEntry>;

/** What its reader told of a message. */
export const ChatMark = z.enum(['delivered', 'read']);
export type ChatMark = z.infer<typeof ChatMark>;

/** More messages than two people write; whoever fills the document with them must not stop the page. */
const MOST_ENTRIES = 5_000;

/** The newest messages that can be shown, in their order, each once. `read`: one of them, or `null`. */
export function readEntries(
  all: { readonly length: number; slice(start: number): unknown[] },
  read: (value: unknown) => ChatEntry | null = readEntry,
): ChatEntry[] {
  const byId = new Map<string, ChatEntry>();
  for (const value of all.slice(Math.max(0, all.length - MOST_ENTRIES))) {
    const entry = read(value);
    if (entry && !byId.has(entry.id)) byId.set(entry.id, entry);
  }
  return [...byId.values()];
}

export const readEntry = (value: unknown): ChatEntry | null => ChatEntry.safeParse(value).data ?? null;
