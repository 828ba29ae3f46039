/** A word of a text: as it is compared, and as it was written. */
export interface ReadWord {
  /** Lower case, without punctuation; never empty. */
  readonly word: string;
  /** With the punctuation beside it. */
  readonly shown: string;
}

/** "p.m." and "U.S.", numbers as "3.5", "1,000" or "7:30", then all other words. */
const WORD =
  /(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|\p{N}+(?:[.,:]\p{N}+)+[\p{L}\p{M}\p{N}]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/gu;
/** Soft hyphens, joiners and marks of direction. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * The words of an English text, in order:
 *
 * - Text is brought to Unicode's NFKC, so that full-width letters and ligatures are the letters they stand for.
 * - Case makes no difference, and every kind of apostrophe is the same. One inside of a word belongs to it ("don't" is not
 *   "dont"); quotation marks around it do not.
 * - Hyphens and dashes part words: "well-known" is as good as "well known", for nobody hears which it is.
 * - Letters with dots are one word: "p.m." is "pm".
 * - Numbers stay as they are written, "7:30" and "3.5" included. "5" and "five" are two words: which of the two was heard
 *   is up to who wrote it down.
 * - All other punctuation and signs are left out. Fillers ("um") are words.
 */
export function readWords(text: string): readonly ReadWord[] {
  return text.split(/\s+/u).flatMap(readChunk);
}

/** The words of an English text as they are compared. See `readWords` for the rules. */
export const normaliseWords = (text: string): readonly string[] => readWords(text).map(({ word }) => word);

/** Of what stands between two spaces. What is no word goes with the word before it, or with the first. */
function readChunk(chunk: string): readonly ReadWord[] {
  const plain = straight(straight(chunk.replace(INVISIBLE, '')).normalize('NFKC'));
  const found = [...plain.matchAll(WORD)];
  return found.map(({ 0: written, index }, at) => ({
    word: lowerCase(withoutDots(written)),
    shown: plain.slice(at === 0 ? 0 : index, found[at + 1]?.index ?? plain.length),
  }));
}

/** Before NFKC, which makes a space with an accent of "´", and after it, for it takes apart what has one inside. */
const straight = (text: string): string => text.replace(APOSTROPHES, "'");

const withoutDots = (written: string): string => (/\p{N}/u.test(written) ? written : written.replaceAll('.', ''));

/** Lower case can take a text out of NFKC. */
const lowerCase = (written: string): string => written.toLowerCase().normalize('NFKC');
