import { type QuestionFileFormat, QuestionInput } from '@ieum/api-contract';
import type { ErrorIssue } from '@ieum/signaling-protocol';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { errorCode } from '../common/error-code';
import { badFile } from './questions.errors';

const COLUMNS = ['key', 'topic', 'type', 'minLevel', 'maxLevel', 'text', 'help'] as const;
type Column = (typeof COLUMNS)[number];

/** More than anybody reads. */
const MOST_ISSUES = 1000;

const BYTE_ORDER_MARK = '\uFEFF';

/** What spreadsheets take for a formula when a cell begins with it, in their full-width forms as well. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

interface Row {
  /** As a spreadsheet counts it: the header of a CSV file is row 1. In JSON the first question is 1. */
  readonly number: number;
  readonly value: unknown;
}

/** A line of a CSV file, before it is looked into. */
interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

const ReadBefore = z.object({ records: z.number(), empty_lines: z.number() });

/** The questions of a file. @throws DomainError `questions/bad-file`, which names each wrong row and field */
export function readQuestionFile(format: QuestionFileFormat, text: string): QuestionInput[] {
  const rows = format === 'csv' ? rowsOfCsv(text) : rowsOfJson(text);
  const issues: ErrorIssue[] = rows.length === 0 ? [{ path: '', code: 'empty' }] : [];
  const questions = new Map<string, QuestionInput>();
  for (const { number, value } of rows) {
    const { success, data, error } = QuestionInput.safeParse(value);
    if (!success) {
      issues.push(...error.issues.map(({ path, code }) => ({ path: [number, ...path].join('.'), code })));
    } else if (questions.has(data.key)) {
      issues.push({ path: `${number}.key`, code: 'duplicate' });
    } else {
      questions.set(data.key, data);
    }
    if (issues.length >= MOST_ISSUES) break;
  }
  if (issues.length > 0) throw badFile(issues);
  return [...questions.values()];
}

/** A file that `readQuestionFile` reads back unchanged, a piece at a time. CSV is as RFC 4180 has it. */
export async function* writeQuestionFile(
  format: QuestionFileFormat,
  pages: AsyncIterable<readonly QuestionInput[]>,
): AsyncGenerator<string> {
  yield format === 'csv' ? BYTE_ORDER_MARK + toCsv([COLUMNS]) : '[';
  let separator = '\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    if (format === 'csv') {
      yield toCsv(page.map((question) => COLUMNS.map((column) => escapeFormula(question[column]))));
    } else {
      yield separator + page.map((question) => JSON.stringify(question, [...COLUMNS])).join(',\n');
      separator = ',\n';
    }
  }
  if (format === 'json') yield '\n]\n';
}

function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], { record_delimiter: '\r\n', quoted_string: true });
}

function rowsOfJson(text: string): Row[] {
  let content: unknown;
  try {
    content = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch (cause) {
    throw badFile([{ path: '', code: 'invalid_json' }], cause);
  }
  if (!Array.isArray(content)) throw badFile([{ path: '', code: 'invalid_type' }]);
  return content.map((value: unknown, index) => ({ number: index + 1, value }));
}

function rowsOfCsv(text: string): Row[] {
  const [header, ...records] = recordsOf(text);
  const names = (header?.cells ?? []).map((name) => name.trim());
  const issues = [
    ...names.filter((name) => !isColumn(name)).map(() => ({ path: '1', code: 'unknown_column' })),
    ...COLUMNS.filter((column) => !names.includes(column)).map((column) => ({
      path: `1.${column}`,
      code: 'missing_column',
    })),
    ...COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column)).map((column) => ({
      path: `1.${column}`,
      code: 'duplicate',
    })),
  ];
  if (issues.length > 0) throw badFile(issues.slice(0, MOST_ISSUES));
  return records
    .filter(({ cells }) => !cells.every(isEmpty))
    .map(({ number, cells }) => ({
      number,
      value: Object.fromEntries(names.map((name, index) => [name, readCell(name, cells[index] ?? '')])),
    }));
}

/** Strict: the parser makes an error of each row that has too few cells, and a million of them would take minutes. */
function recordsOf(text: string): SheetRow[] {
  const found: SheetRow[] = [];
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { records, empty_lines: blank }) => {
        found.push({ number: records + blank, cells });
        return null;
      },
    });
  } catch (cause) {
    throw badFile([{ path: rowOf(cause), code: errorCode(cause)?.toLowerCase() ?? 'invalid_csv' }], cause);
  }
  return found;
}

/** The parser tells how many records and empty lines it has read before. */
function rowOf(cause: unknown): string {
  const { success, data } = ReadBefore.safeParse(cause);
  return success ? String(data.records + data.empty_lines + 1) : '';
}

function readCell(name: string, cell: string): string | number {
  const text = FORMULA.test(cell) && cell.startsWith(`'`) ? cell.slice(1) : cell;
  return (name === 'minLevel' || name === 'maxLevel') && /^\d+$/u.test(text.trim()) ? Number(text) : text;
}

/** An apostrophe before it makes it a text for spreadsheets; one that was there gets another, so that one is taken off. */
function escapeFormula(value: string | number): string | number {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}
