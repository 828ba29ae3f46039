/** Which correction a mark or an attribute of the document belongs to. */
const ID = /^[\w-]{1,64}$/u;

/**
 * Of the two blocks that a suggested break makes, which becomes a paragraph, as an editor has it: after the end of a heading
 * there is a paragraph, and so is what stands before its beginning.
 */
export const BREAKS = ['same', 'after', 'before'] as const;
export type BreakKind = (typeof BREAKS)[number];

/** Of two blocks that become one: whose kind and place it has then. */
export type Survivor = 'before' | 'after';

/** A block that is to be joined to the one before it. */
export interface Join {
  readonly id: string;
  readonly survivor: Survivor;
  readonly order: number;
}

/** A line break, rule or formula that was added, or is to be taken away. */
export interface LeafSuggestion {
  readonly kind: 'inserted' | 'deleted';
  readonly id: string;
}

/** Stands where a new block is suggested to begin. It is text to everybody but the mark it has: nothing is torn apart for it. */
export const BREAK_SIGN = '¶';

/** What somebody wrote as an id; an empty one for what is none, which belongs to no correction but can be taken or left like any. */
export const idOf = (value: unknown): string => (typeof value === 'string' && ID.test(value) ? value : '');

export const newCorrectionId = (): string => crypto.randomUUID().slice(0, 13);

export const breakKindOf = (value: unknown): BreakKind | null => BREAKS.find((kind) => kind === value) ?? null;

/** Breaks and joins build on each other: they are carried out as they were made. */
export function orderOf(value: unknown): number {
  const order = Number(value);
  return Number.isSafeInteger(order) && order > 0 && order < 1_000_000_000 ? order : 0;
}

/** Attributes are strings, which compare alike wherever they come from. */
export const writeJoin = ({ survivor, id, order }: Join): string => `${survivor}:${id}:${order}`;

export function readJoin(value: unknown): Join | null {
  if (typeof value !== 'string') return null;
  const [survivor, id, order] = value.split(':', 3);
  return { survivor: survivor === 'after' ? 'after' : 'before', id: idOf(id), order: orderOf(order) };
}

export const writeLeaf = ({ kind, id }: LeafSuggestion): string => `${kind}:${id}`;

export function readLeaf(value: unknown): LeafSuggestion | null {
  if (typeof value !== 'string') return null;
  const [kind, id] = value.split(':', 2);
  return { kind: kind === 'inserted' ? 'inserted' : 'deleted', id: idOf(id) };
}
