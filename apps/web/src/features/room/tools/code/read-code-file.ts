import { CODE_MAX } from './shown-code';

/** A letter has at most so many bytes. */
const MOST_BYTES = CODE_MAX * 4;

/** What is in a file of code; `too-large`, or `no-text` when it holds something else. */
export async function readCodeFile(file: Blob): Promise<{ text: string } | 'too-large' | 'no-text'> {
  if (file.size > MOST_BYTES) return 'too-large';
  const text = await file.text();
  // What bytes become that are no words (WHATWG Encoding §4).
  if (/[\0\uFFFD]/u.test(text) || text.trim() === '') return 'no-text';
  return text.length > CODE_MAX ? 'too-large' : { text };
}
