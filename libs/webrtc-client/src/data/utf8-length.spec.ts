import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8Length } from './utf8-length';

describe('utf8Length', () => {
  it('counts as an encoder does, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => utf8Length(text) === new TextEncoder().encode(text).length),
    );
  });

  it('counts Korean, emoji and lone surrogates', () => {
    expect([utf8Length('이음'), utf8Length('🙂'), utf8Length('\ud800')]).toEqual([6, 4, 3]);
  });
});
