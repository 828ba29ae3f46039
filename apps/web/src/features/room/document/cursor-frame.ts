import { z } from 'zod';

/** The largest frame, in bytes. */
export const MAX_CURSOR_BYTES = 4_096;

const Id = z.strictObject({
  client: z.number().int().min(0).max(0xff_ff_ff_ff),
  clock: z.number().int().min(0),
});

/** A Yjs relative position: before or after which character of which text. */
const Position = z.object({
  type: Id.nullish(),
  tname: z.string().max(64).nullish(),
  item: Id.nullish(),
  assoc: z.number().int().min(-1).max(0).optional(),
});

/** Where somebody's selection begins and ends; `null` while they do not write. */
const CursorRange = z.object({ anchor: Position, head: Position }).nullable();
export type CursorRange = z.infer<typeof CursorRange>;

/** Where somebody points on the board, in its own units, and what they chose there; `null` while they are not on it. */
const BoardPointer = z
  .object({
    page: z.string().max(64),
    x: z.number(),
    y: z.number(),
    tool: z.enum(['pointer', 'laser']),
    down: z.boolean(),
    selected: z.array(z.string().max(64)).max(64),
  })
  .nullable()
  .default(null);
export type BoardPointer = z.infer<typeof BoardPointer>;

/** `n` grows with every frame of a call: frames may overtake each other. It says nothing about who somebody is. */
const CursorFrame = z.object({
  n: z.number().int().min(0),
  cursor: CursorRange,
  board: BoardPointer,
  /** Whether they write a message. */
  typing: z.boolean().default(false),
});
type CursorFrame = z.infer<typeof CursorFrame>;

/** The frame of the other side; `null` when it is none. */
export function parseCursorFrame(data: string | ArrayBuffer): CursorFrame | null {
  if (typeof data !== 'string' || data.length > MAX_CURSOR_BYTES) return null;
  try {
    return CursorFrame.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
