import { describe, expect, it } from '@jest/globals';
import { match, matchesAny } from './pattern.mjs';

describe('match', () => {
  it.each([
    ['apps/api/src/*', 'apps/api/src/main', true],
    ['apps/api/src/*', 'apps/api/src/users/users.service', false],
    ['apps/**', 'apps/api', true],
    ['apps/**', 'apps', false],
    ['**/*.spec', 'index.spec', true],
    ['**/*.spec', 'libs/a/src/index.spec', true],
    ['**/*.spec', 'libs/a/src/index-spec', false],
    ['**/*.(entity|repository)', 'a/b.entity', true],
    ['**/*.(entity|repository)', 'a/b.service', false],
    ['**', 'npm:zod', true],
    ['npm:zod', 'npm:zod/v4', false],
    ['npm:@ieum/*', 'npm:@ieum/api/src', false],
  ])('says whether %s matches %s: %s', (pattern, path, expected) => {
    expect(match(pattern, path) !== null).toBe(expected);
  });

  it('names the folders in braces', () => {
    expect(match('apps/web/src/features/{feature}/**', 'apps/web/src/features/ask/api/use-ask')).toEqual({
      feature: 'ask',
    });
  });

  it('asks for the same folder again once it is known', () => {
    expect(matchesAny(['features/{feature}/**'], 'features/ask/x', { feature: 'ask' })).toBe(true);
    expect(matchesAny(['features/{feature}/**'], 'features/asking/x', { feature: 'ask' })).toBe(false);
    expect(matchesAny(['features/{feature}/**'], 'features/a.k/x', { feature: 'a.k' })).toBe(true);
    expect(matchesAny(['features/{feature}/**'], 'features/ask/x', { feature: 'a.k' })).toBe(false);
  });
});
