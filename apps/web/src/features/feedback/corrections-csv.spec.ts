import { describe, expect, it } from '@jest/globals';
import type { Correction } from '@ieum/signaling-protocol';
import { toCsv } from './corrections-csv';

const words = {
  columns: { before: 'Before', after: 'After', category: 'Category', comment: 'Why', outcome: 'Outcome' },
  category: ({ category }: Correction) => category,
  outcome: ({ outcome }: Correction) => outcome ?? '',
};
const correction = (before: string): Correction => ({ before, after: 'x', category: 'grammar', comment: '' });
/** What stands in the first cell of the first row. */
const cellOf = (before: string) =>
  /^"((?:[^"]|"")*)"/u.exec(
    toCsv([correction(before)], words)
      .split('\r\n"x"')[0]
      ?.split('"Outcome"\r\n')[1] ?? '',
  )?.[1];

describe('corrections as a table', () => {
  it('have a line each below the names of the columns, and begin with a byte order mark', () => {
    expect(toCsv([{ ...correction('I goed'), outcome: 'accepted' }], words)).toBe(
      '\u{FEFF}"Before","After","Category","Why","Outcome"\r\n"I goed","x","grammar","","accepted"\r\n',
    );
  });

  it('stay one cell each, whatever is in them', () => {
    expect(cellOf('say "hi",\nthen go')).toBe('say ""hi"",\nthen go');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|cmd', '\u200B=1', '\uFEFF=1'])(
    'are never a formula: %j',
    (formula) => {
      expect(cellOf(formula)).toBe(`'${formula}`);
    },
  );

  it.each(['a=b', 'one-two', '3 + 4', '분수'])('stay as they are when they are none: %s', (text) => {
    expect(cellOf(text)).toBe(text);
  });
});
