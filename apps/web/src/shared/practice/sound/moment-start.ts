/** What was said just before is needed to understand what was marked. */
const BEFORE_MS = 2_000;

/** From where a moment of a take is heard. */
export const momentStart = (atMs: number): number => Math.max(0, atMs - BEFORE_MS);
