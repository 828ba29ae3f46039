import { describe, expect, it } from '@jest/globals';
import { ScriptListQuery } from '@ieum/api-contract';
import { filterQuery, isFiltered, readFilters, withFilter } from './filters';

describe('the filters of the library', () => {
  it('are read from the address as they were written to it', () => {
    const filters = { topic: 'music', type: 'role-play', level: 4, state: 'recorded', q: '나는 & I? 100%' } as const;
    expect(readFilters(filterQuery(filters))).toEqual(filters);
    expect(readFilters(`?${filterQuery(filters)}`)).toEqual(filters);
  });

  it.each([[''], ['?'], ['?topic=cars&type=&level=7&state=gone&q=%20'], ['?level=two&page=3']])(
    'are none where the address says nothing that is one: %j',
    (search) => {
      expect(isFiltered(readFilters(search))).toBe(false);
      expect(filterQuery(readFilters(search))).toBe('');
    },
  );

  it('are such that the API takes them, however long the words are', () => {
    const { q } = readFilters(`?q=${'w'.repeat(99)}%20${'w'.repeat(99)}&level=2`);
    expect(q).toBe('w'.repeat(99));
    expect(ScriptListQuery.safeParse({ q, level: '2' }).success).toBe(true);
  });

  it('change one at a time', () => {
    const filters = readFilters('?topic=music&level=3');
    expect(withFilter(filters, 'level', '5')).toEqual({ topic: 'music', level: 5 });
    expect(filterQuery(withFilter(filters, 'topic', ''))).toBe('level=3');
    expect(filterQuery(withFilter(filters, 'q', ' cat '))).toBe('topic=music&level=3&q=cat');
  });
});
