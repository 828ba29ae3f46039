import { boundaries } from './boundaries.mjs';
import { namedExports } from './named-exports.mjs';
import { noSwallowedErrors } from './no-swallowed-errors.mjs';

export { ambientGlobals } from './ambient-globals.mjs';

export const plugin = {
  meta: { name: '@ieum/eslint-boundaries' },
  rules: {
    boundaries,
    'named-exports': namedExports,
    'no-swallowed-errors': noSwallowedErrors,
  },
};
