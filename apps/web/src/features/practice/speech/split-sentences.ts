/** Chrome's voices from the network fall silent after about 15 seconds: at the slowest this takes less. */
const LONGEST = 140;

const ENDS = /(?<=[.!?]["'’”)]*)\s+(?=["'‘“(]*[A-Z0-9])/u;
const ABBREVIATION = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|a\.m|p\.m)\.$/u;
const PAUSES = /(?<=[,;:–—])\s+/u;

/** A text in parts that are said one after the other: its sentences, and the halves of those that are long. */
export function splitSentences(text: string): string[] {
  return joinAbbreviations(text.trim().split(ENDS))
    .flatMap((sentence) => (sentence.length <= LONGEST ? [sentence] : fill(sentence.split(PAUSES).flatMap(byWords))))
    .filter((part) => part !== '');
}

/** "Mr. Kim" is one. */
function joinAbbreviations(parts: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const part of parts) {
    const before = sentences.at(-1);
    if (before !== undefined && ABBREVIATION.test(before)) sentences[sentences.length - 1] = `${before} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}

const byWords = (part: string): string[] => (part.length <= LONGEST ? [part] : part.split(/\s+/u));

/** As much at one go as may be. */
function fill(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    if (before !== undefined && before.length + 1 + piece.length <= LONGEST)
      parts[parts.length - 1] = `${before} ${piece}`;
    else parts.push(piece);
  }
  return parts;
}
