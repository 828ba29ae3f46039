import { z } from 'zod';

/** The largest document of a consult, and the largest update of one: 5 MiB of Yjs bytes. */
export const DOCUMENT_MAX_BYTES = 5 * 1024 * 1024;

/**
 * The longest base64 that is looked at. It leaves room above `DOCUMENT_MAX_BYTES`, so that what is a little too large
 * is refused with `documents/too-large` and not as a request that makes no sense.
 */
export const DOCUMENT_MAX_BASE64 = 8 * 1024 * 1024;

/** Bytes as base64 with padding (RFC 4648 section 4); at least one byte. One character class: megabytes need no stack. */
const Base64 = z
  .string()
  .min(4)
  .max(DOCUMENT_MAX_BASE64)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .refine((value) => value.length % 4 === 0);

/** What the server has of a consult's document. */
export const DocumentResponse = z.object({
  /** One Yjs update (format 1) that holds everything; `null` while there is nothing, and once it was deleted. */
  update: z.string().nullable(),
  /** The number of the last update in it; 0 without any. */
  seq: z.number().int().nonnegative(),
});
export type DocumentResponse = z.infer<typeof DocumentResponse>;

/** A Yjs update (format 1) to keep. The same one sent twice changes nothing. */
export const AppendDocumentUpdateRequest = z.object({ update: Base64 });
export type AppendDocumentUpdateRequest = z.infer<typeof AppendDocumentUpdateRequest>;

/** The update is kept: whoever reads `seq` or a later one has it. */
export const AppendDocumentUpdateResponse = z.object({ seq: z.number().int().positive() });
export type AppendDocumentUpdateResponse = z.infer<typeof AppendDocumentUpdateResponse>;

/**
 * What of a document the student can delete by itself. `notes`: with the corrections that were suggested in them; `moments`: what
 * was marked in takes, which was heard last, and when the script came into the notes and back.
 */
export const DOCUMENT_PARTS = ['notes', 'moments', 'board', 'chat', 'code'] as const;
export const DocumentPart = z.enum(DOCUMENT_PARTS);
export type DocumentPart = z.infer<typeof DocumentPart>;

export const DocumentPartParams = z.object({ consultId: z.uuid(), part: DocumentPart });
export type DocumentPartParams = z.infer<typeof DocumentPartParams>;
