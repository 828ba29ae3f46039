import type { z } from 'zod';

export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a storage holds at a key; a broken value counts as none. */
export function readStored<T>(storage: KeyValueStorage, key: string, schema: z.ZodType<T>): T | null {
  const stored = storage.getItem(key);
  if (stored === null) return null;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
