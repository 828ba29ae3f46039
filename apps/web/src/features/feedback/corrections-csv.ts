import type { Correction } from '@ieum/signaling-protocol';

/** What the columns are called, and how their values are said. */
export interface CsvWords {
  readonly columns: {
    readonly before: string;
    readonly after: string;
    readonly category: string;
    readonly comment: string;
    readonly outcome: string;
  };
  category(correction: Correction): string;
  outcome(correction: Correction): string;
}

/**
 * Corrections as a table for spreadsheets (RFC 4180), with the mark that has Excel read it as UTF-8. A spreadsheet
 * calculates what begins like a formula, with other people's words in it (OWASP, "CSV Injection"): such a cell begins with an
 * apostrophe.
 */
export function toCsv(corrections: readonly Correction[], words: CsvWords): string {
  const { before, after, category, comment, outcome } = words.columns;
  const rows = corrections.map((one) => [one.before, one.after, words.category(one), one.comment, words.outcome(one)]);
  return `\u{FEFF}${[[before, after, category, comment, outcome], ...rows].map(line).join('')}`;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A spreadsheet looks past spaces, and knows the wide forms of its signs. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠|]|^[\t\r\n]/u;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
