import type { CodeSnapshot } from './code-model';

/** What the panel shows: where one brings code, or the code before both. */
export type CodeFront = 'form' | 'code';

/** What it shows once other code is before both, or none: what somebody writes is not taken from under their hands. */
export function frontAfter(front: CodeFront, { shown, draft }: Pick<CodeSnapshot, 'shown' | 'draft'>): CodeFront {
  const writes = front === 'form' && draft !== null && draft.text.trim() !== '';
  return shown && !writes ? 'code' : 'form';
}
