import { ChatMessage } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** A message as it stands in the log of one side. */
export const ChatEntry = ChatMessage.omit({ tool: true }).extend({
  mine: z.boolean(),
  /** Of one's own: `queued` until it left, `sent` until the other side confirmed it. */
  state: z.enum(['queued', 'sent', 'delivered']),
});
export type ChatEntry = z.infer<typeof ChatEntry>;

const StoredLog = z.array(ChatEntry);

/** The log another visit of this tab left behind; a broken one counts as none. */
export function parseLog(stored: string | null): ChatEntry[] {
  if (stored === null) return [];
  try {
    const parsed = StoredLog.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data.map(asUnsent) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** After a reload nobody knows whether an unconfirmed message arrived: it leaves again under its old id. */
export const asUnsent = (entry: ChatEntry): ChatEntry =>
  entry.mine && entry.state === 'sent' ? { ...entry, state: 'queued' } : entry;
