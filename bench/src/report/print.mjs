const COLUMNS = [
  { title: 'row', of: ({ id }) => id },
  { title: 'what', of: ({ name }) => name },
  { title: 'ours', of: ({ ours }) => String(ours), right: true },
  { title: 'baseline', of: ({ baseline }) => String(baseline), right: true },
  { title: 'ratio', of: ({ ratio }) => ratio.toFixed(2), right: true },
  { title: 'goal', of: ({ goal }) => goal },
  { title: '', of: ({ met }) => (met ? 'met' : 'MISSED') },
];

/** The rows as a table for people. */
export function toTable(rows) {
  const cells = [COLUMNS.map(({ title }) => title), ...rows.map((row) => COLUMNS.map(({ of }) => of(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const padded = (text, column) =>
    COLUMNS[column].right ? text.padStart(widths[column]) : text.padEnd(widths[column]);
  return cells.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}

/** The rows for programs: this array and nothing else. */
export const toJson = (rows) => JSON.stringify(rows, null, 2);
