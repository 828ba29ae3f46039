import { ConsultRole } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { pictureFacts } from '../../../../shared/lib/picture-facts';
import type { SmallPicture } from '../../../../shared/lib/shrink-picture';

/** Characters (UTF-16 code units) one message may have. */
export const CHAT_TEXT_MAX = 4_000;
/** Of a picture that is shown; ours are smaller. */
const MOST_BYTES = 200 * 1_024;
const MOST_PIXELS = 2_560;

const ChatPicture = z.object({ bytes: z.instanceof(Uint8Array) }).transform(({ bytes }, context): SmallPicture => {
  // What it says of itself beside its bytes may be anything.
  const facts = bytes.byteLength <= MOST_BYTES ? pictureFacts(bytes) : null;
  if (facts && Math.max(facts.width, facts.height) <= MOST_PIXELS) return { ...facts, bytes: new Uint8Array(bytes) };
  context.addIssue({ code: 'custom', message: 'no picture that is shown' });
  return z.NEVER;
});

/** A message as it stands in the document. Who wrote it there may have written anything: it is read through this. */
export const ChatEntry = z
  .object({
    id: z.uuid(),
    by: ConsultRole,
    text: z.string().max(CHAT_TEXT_MAX),
    /** By the server's clock, as far as the writer knew it. */
    at: z.iso.datetime(),
    picture: ChatPicture.optional(),
    /** Its writer took it back; nothing of it is there any more. */
    deleted: z.literal(true).optional(),
  })
  .refine(({ text, picture, deleted }) => deleted || picture !== undefined || text.trim() !== '');
export type ChatEntry = z.infer<typeof ChatEntry>;

/** What its reader told of a message. */
export const ChatMark = z.enum(['delivered', 'read']);
export type ChatMark = z.infer<typeof ChatMark>;
