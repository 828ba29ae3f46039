import { ConsultRole } from '@ieum/signaling-protocol';
import type * as Y from 'yjs';
import { z } from 'zod';
import { pictureFacts } from '../lib/picture-facts';
import type { PictureType } from '../lib/picture-facts';
import { plainText } from './plain-text';

export interface KeptPicture {
  readonly mimeType: PictureType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface KeptMessage {
  readonly id: string;
  readonly by: ConsultRole;
  readonly text: string;
  /** A moment, by the clock of whoever wrote it. */
  readonly at: string;
  readonly picture?: KeptPicture;
  /** Its writer took it back. */
  readonly deleted?: true;
}

const MOST_MESSAGES = 5_000;
const MOST_LETTERS = 4_000;
const MOST_BYTES = 200 * 1_024;
const MOST_PIXELS = 2_560;

const Message = z.object({
  id: z.uuid(),
  by: ConsultRole,
  text: z.string().max(MOST_LETTERS),
  at: z.iso.datetime(),
  picture: z.unknown().optional(),
  deleted: z.literal(true).optional(),
});

/** The messages that can be shown, in their order, each once; a picture only if its bytes are one. */
export function readChat(entries: Y.Array<unknown>): KeptMessage[] {
  const byId = new Map<string, KeptMessage>();
  for (const value of entries.slice(Math.max(0, entries.length - MOST_MESSAGES))) {
    const message = readMessage(value);
    if (message && !byId.has(message.id)) byId.set(message.id, message);
  }
  return [...byId.values()];
}

function readMessage(value: unknown): KeptMessage | null {
  const message = Message.safeParse(value);
  if (!message.success) return null;
  const { id, by, at, deleted } = message.data;
  if (deleted) return { id, by, at, text: '', deleted };
  const text = plainText(message.data.text, MOST_LETTERS);
  const picture = readPicture(message.data.picture);
  if (!picture && text.trim() === '') return null;
  return { id, by, at, text, ...(picture ? { picture } : {}) };
}

function readPicture(value: unknown): KeptPicture | null {
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : null;
  if (!(bytes instanceof Uint8Array) || bytes.byteLength > MOST_BYTES) return null;
  const facts = pictureFacts(bytes);
  if (!facts || Math.max(facts.width, facts.height) > MOST_PIXELS) return null;
  return { ...facts, bytes: new Uint8Array(bytes) };
}
