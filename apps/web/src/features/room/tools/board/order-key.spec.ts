import { describe, expect, it } from '@jest/globals';
import { byOrder, isOrderKey } from './order-key';

describe('a key of the order', () => {
  it.each(['a0', 'a1', 'aZ', 'b10', 'b1zV', 'Zz', 'Yzz', 'a0V', 'a1l0V'])('%s is one', (key) => {
    expect(isOrderKey(key)).toBe(true);
  });

  it.each(['', 'a', 'a00', 'b1', 'zzz', 'A00000000000000000000000000', 'a-', 'a0 ', '0', 'a0'.padEnd(200, 'V')])(
    '%j is none',
    (key) => {
      expect(isOrderKey(key)).toBe(false);
    },
  );

  it('sorts as bytes, with ids where it says nothing, and what has none above all', () => {
    const elements = [
      { id: 'd', index: null },
      { id: 'c', index: 'a1' },
      { id: 'b', index: 'a1' },
      { id: 'a', index: 'aV' },
      { id: 'e', index: 'Zz' },
    ];
    expect(elements.sort(byOrder).map(({ id }) => id)).toEqual(['e', 'b', 'c', 'a', 'd']);
  });
});
