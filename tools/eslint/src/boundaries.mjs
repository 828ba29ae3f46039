import { importSites } from './import-sites.mjs';
import { locateFile, locateImport } from './locate.mjs';
import { match, matchesAny } from './pattern.mjs';
import { table } from './table.mjs';

/** The rows that bind a file, with the folders its path gave to the row's `{name}`s. */
function rowsFor(location) {
  return table.flatMap((row) => {
    if (matchesAny(row.fromExcept ?? [], location)) return [];
    const captured = row.from.map((pattern) => match(pattern, location)).find((groups) => groups !== null);
    return captured === undefined ? [] : [{ ...row, captured }];
  });
}

const forbids = (row, target) =>
  matchesAny(row.never, target, row.captured) && !matchesAny(row.except ?? [], target, row.captured);

export const boundaries = {
  meta: {
    type: 'problem',
    docs: { description: 'keep imports pointing the way the table says' },
    messages: {
      forbidden: "'{{specifier}}' must not be imported here: {{why}} ({{row}}).",
      computed: 'The target of this import is computed, so no boundary can be checked: write it out.',
    },
    schema: [],
  },
  create(context) {
    const rows = rowsFor(locateFile(context.filename));
    if (rows.length === 0) return {};
    return importSites((node, specifier) => {
      if (specifier === undefined) {
        context.report({ node, messageId: 'computed' });
        return;
      }
      const target = locateImport(specifier, context.filename);
      for (const row of rows.filter((candidate) => forbids(candidate, target))) {
        context.report({ node, messageId: 'forbidden', data: { specifier, why: row.why, row: row.name } });
      }
    });
  },
};
