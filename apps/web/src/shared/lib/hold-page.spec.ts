import { describe, expect, it } from '@jest/globals';
import { holdPage, mustStay } from './hold-page';

describe('a page that is held', () => {
  it('stays until the last who holds it lets go, each once', () => {
    expect(mustStay()).toBe(false);
    const [letGo, other] = [holdPage(), holdPage()];
    letGo();
    letGo();
    expect(mustStay()).toBe(true);
    other();
    expect(mustStay()).toBe(false);
  });
});
