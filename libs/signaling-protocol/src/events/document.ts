import { z } from 'zod';
import { definePush, defineRequest } from '../define-event';
import { PeerId } from '../ids';

/** The most bytes a frame of the document has. */
export const DOCUMENT_FRAME_MAX_BYTES = 16_384;

/** A frame of the room's document as base64 with padding (RFC 4648 §4). Relayed, never looked into, never kept. */
const Frame = z
  .string()
  .min(4)
  .max(Math.ceil(DOCUMENT_FRAME_MAX_BYTES / 3) * 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .refine((text) => text.length % 4 === 0);

/** Relayed to the named peer of the sender's own room, and to nobody else; never in a counselling consult. */
export const documentRequests = {
  'document:frame': defineRequest(z.object({ to: z.string().max(36), frame: Frame }), z.object({})),
};

export const documentPushes = {
  'document:frame': definePush(z.object({ from: PeerId, frame: Frame })),
};
