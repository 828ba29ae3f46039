import { inFile } from './rule-tester.mjs';
import { table } from './table.mjs';

/** `specifier` may be imported in `file`. */
export const allowed = (file, specifier) => inFile(file, `import { a } from '${specifier}';`);

/** The error of one row of the table. */
export function breach(row, specifier) {
  const { why } = table.find((candidate) => candidate.name === row);
  return { messageId: 'forbidden', data: { specifier, row, why } };
}

/** `specifier` may not be imported in `file`, by exactly these rows. */
export const refused = (file, specifier, ...rows) => ({
  ...allowed(file, specifier),
  errors: rows.map((row) => breach(row, specifier)),
});
