import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each(['/ask', '/room/1?x=1', '/consults/1/feedback#top'])('follows %s, which is of this site', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([null, '', 'ask', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    'does not follow %j',
    (next) => {
      expect(safeNext(next)).toBeNull();
    },
  );
});
