import { z } from 'zod';

/** Characters (UTF-16 code units) one chat message may have. */
export const CHAT_TEXT_MAX = 4000;

/** A chat message between two peers, as it travels on their data channel. The server never sees it. */
export const ChatMessage = z.object({
  tool: z.literal('chat'),
  /** Made by the sender; a message that arrives twice is shown once. */
  id: z.uuid(),
  text: z.string().min(1).max(CHAT_TEXT_MAX),
  /** The sender's clock; order on screen is the order of arrival. */
  sentAt: z.iso.datetime(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Tells that the message with this id has arrived. */
export const ChatReceipt = z.object({ tool: z.literal('chat-receipt'), id: z.uuid() });
export type ChatReceipt = z.infer<typeof ChatReceipt>;

/** Whatever the chat puts on the data channel. */
export const ChatFrame = z.discriminatedUnion('tool', [ChatMessage, ChatReceipt]);
export type ChatFrame = z.infer<typeof ChatFrame>;
