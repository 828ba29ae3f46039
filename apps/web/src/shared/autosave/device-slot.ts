import type { z } from 'zod';

/** One value kept on this device; a broken one counts as none. */
export function deviceSlot<T>(key: string, schema: z.ZodType<T>) {
  return {
    read: (): T | null => {
      const stored = localStorage.getItem(key);
      if (stored === null) return null;
      try {
        return schema.safeParse(JSON.parse(stored)).data ?? null;
      } catch (error) {
        if (error instanceof SyntaxError) return null;
        throw error;
      }
    },
    write: (value: T): void => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch (error) {
        // A device that is full keeps nothing; typing and saving go on.
        reportError(error);
      }
    },
    clear: (): void => localStorage.removeItem(key),
  };
}
