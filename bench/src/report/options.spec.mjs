import { describe, expect, it } from '@jest/globals';
import { readOptions, UsageError } from './options.mjs';

const ROWS = ['S1', 'S3', 'W1'];

describe('readOptions', () => {
  it('measures every row when none is named', () => {
    expect(readOptions([], ROWS)).toMatchObject({ json: false, only: ROWS });
  });

  it('measures the named rows, in the order of the table', () => {
    expect(readOptions(['--json', '--only', 'W1, s1'], ROWS)).toMatchObject({ json: true, only: ['S1', 'W1'] });
  });

  it('leaves out what takes long unless it is named', () => {
    expect(readOptions([], [...ROWS, 'C3'], ROWS).only).toEqual(ROWS);
    expect(readOptions(['--only', 'C3'], [...ROWS, 'C3'], ROWS).only).toEqual(['C3']);
  });

  it('holds a long call for half an hour unless told otherwise', () => {
    expect(readOptions([], ROWS).minutes).toBe(30);
    expect(readOptions(['--minutes', '8'], ROWS).minutes).toBe(8);
    for (const minutes of ['1', 'long']) {
      expect(() => readOptions(['--minutes', minutes], ROWS)).toThrow(UsageError);
    }
  });

  it('takes a row by the id of one of its results', () => {
    expect(readOptions(['--only=S1-rate'], ROWS).only).toEqual(['S1']);
  });

  it('names the rows there are when one is unknown', () => {
    expect(() => readOptions(['--only', 'S9'], ROWS)).toThrow(
      new UsageError('No such row: S9. There are: S1, S3, W1.'),
    );
  });

  it('refuses what it does not know', () => {
    expect(() => readOptions(['--fast'], ROWS)).toThrow(UsageError);
  });
});
