import type { QuestionInput } from '@ieum/api-contract';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../common/domain-error';
import { readQuestionFile, writeQuestionFile } from './question-file';

const HEADER = 'key,topic,type,minLevel,maxLevel,text,help';
const QUESTION: QuestionInput = {
  key: 'home-window',
  topic: 'home',
  type: 'describe',
  minLevel: 1,
  maxLevel: 4,
  text: 'What do you see from your window?',
  help: '창밖으로 보이는 것을 말해 보세요.',
};
const question = (change: Partial<QuestionInput> = {}): QuestionInput => ({ ...QUESTION, ...change });
const row = (change: Partial<Record<keyof QuestionInput, string | number>> = {}) =>
  Object.values({ ...QUESTION, ...change }).join(',');

async function fileOf(format: 'csv' | 'json', ...pages: QuestionInput[][]): Promise<string> {
  async function* all() {
    yield* pages;
  }
  let text = '';
  for await (const piece of writeQuestionFile(format, all())) text += piece;
  return text;
}

function issuesOf(text: string, format: 'csv' | 'json' = 'csv') {
  try {
    readQuestionFile(format, text);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.toProtocolError().issues];
    throw error;
  }
  return ['taken'];
}

const HARD = [
  ['a formula', '=HYPERLINK("http://example.org")'],
  ['a plus', '+1 +1 +1 +1'],
  ['a minus', '-2 and then -3'],
  ['an at sign', '@SUM(A1:A9) of all'],
  ['a full-width formula', '＝1+1 and so on'],
  ['an apostrophe of its own', `'tis the season`],
  ['an apostrophe before a formula', `'=1+1 as it is`],
  ['two of them', `''=1+1 as it is`],
  ['quotes', 'She said "well, yes", and "no".'],
  ['commas and semicolons', 'one, two; three, four'],
  ['lines', 'one line\nanother\r\nand a third'],
  ['emoji and Korean', '하늘 🙂 구름 어때요?'],
] as const;

describe('a file of questions', () => {
  it.each(HARD)('gives back unchanged what begins with or has %s', async (_what, text) => {
    const questions = [question({ text }), question({ key: 'home-door', help: text })];
    for (const format of ['csv', 'json'] as const) {
      expect(readQuestionFile(format, await fileOf(format, questions, []))).toEqual(questions);
    }
  });

  it('has no cell that a spreadsheet would take for a formula', async () => {
    const questions = HARD.map(([, text], index) => question({ key: `hard-${index}`, text }));
    const csv = await fileOf('csv', questions);
    expect(csv).not.toMatch(/(?:^|[,\n])"?[=+\-@＝]/u);
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  });

  it('is CSV as RFC 4180 has it, with a byte order mark', async () => {
    const csv = await fileOf('csv', [question()], [question({ key: 'home-door' })]);
    expect(csv.startsWith('\uFEFF"key","topic"')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv.split('\r\n')[1]).toBe(
      '"home-window","home","describe",1,4,"What do you see from your window?","창밖으로 보이는 것을 말해 보세요."',
    );
  });

  it('is the same without byte order mark, with other line ends, columns in another order and blank lines', () => {
    const wanted = [question()];
    expect(readQuestionFile('csv', `${HEADER}\n\n${row()}\n,,,,,,\n\n`)).toEqual(wanted);
    expect(readQuestionFile('csv', `\uFEFF${HEADER}\r${row()}`)).toEqual(wanted);
    const { key, ...rest } = QUESTION;
    const turned = `${Object.keys(rest).join(',')},key\r\n${Object.values(rest).join(',')},${key}\r\n`;
    expect(readQuestionFile('csv', turned)).toEqual(wanted);
    expect(readQuestionFile('json', `\uFEFF${JSON.stringify(wanted)}`)).toEqual(wanted);
  });

  it('names each wrong row by its number and field, and nothing that stood there', () => {
    const text = [
      HEADER,
      row(),
      row({ key: 'Home Window' }),
      row({ key: 'b-b', minLevel: 5, maxLevel: 2 }),
      row({ key: 'c-c', minLevel: 'one', maxLevel: 7 }),
      row({ key: 'd-d', topic: 'cars', text: 'short' }),
      row(),
      row({ key: 'e-e', text: 'a NUL \u0000 in the middle' }),
      '',
      'f-f,,,,,,',
    ].join('\n');
    const [code, issues] = issuesOf(text);
    expect(code).toBe('questions/bad-file');
    expect(issues).toEqual([
      { path: '3.key', code: 'invalid_format' },
      { path: '4.maxLevel', code: 'custom' },
      { path: '5.minLevel', code: 'invalid_type' },
      { path: '5.maxLevel', code: 'too_big' },
      { path: '6.topic', code: 'invalid_value' },
      { path: '6.text', code: 'too_small' },
      { path: '7.key', code: 'duplicate' },
      { path: '8.text', code: 'invalid_format' },
      { path: '10.topic', code: 'invalid_value' },
      { path: '10.type', code: 'invalid_value' },
      { path: '10.minLevel', code: 'invalid_type' },
      { path: '10.maxLevel', code: 'invalid_type' },
      { path: '10.text', code: 'too_small' },
      { path: '10.help', code: 'too_small' },
    ]);
  });

  it('says which columns are missing, unknown or there twice', () => {
    expect(issuesOf('key,topic,type,minLevel,maxLevel,text')[1]).toEqual([{ path: '1.help', code: 'missing_column' }]);
    expect(issuesOf(`${HEADER},=evil(),key\n${row()},,`)[1]).toEqual([
      { path: '1', code: 'unknown_column' },
      { path: '1.key', code: 'duplicate' },
    ]);
  });

  it.each([
    ['a quote that never ends', `${HEADER}\n${row()}\n"abc`, '3', 'csv_quote_not_closed'],
    ['a quote within a bare cell', `${HEADER}\nab"c,home\n`, '2', 'invalid_opening_quote'],
    ['too few cells', `${HEADER}\n\n${row()}\na-a,home\n`, '4', 'csv_record_inconsistent_fields_length'],
    ['too many cells', `${HEADER}\n${row()},more\n`, '2', 'csv_record_inconsistent_fields_length'],
  ])('is refused for %s, with the row', (_what, text, path, code) => {
    expect(issuesOf(text)[1]).toEqual([{ path, code }]);
  });

  it.each([
    ['no question', HEADER, 'csv', '', 'empty'],
    ['nothing but a byte order mark', '\uFEFF', 'csv', '1.key', 'missing_column'],
    ['half of JSON', '[{"key":', 'json', '', 'invalid_json'],
    ['JSON that is no list', '{"key":"a-b"}', 'json', '', 'invalid_type'],
    ['a list of no questions', '[]', 'json', '', 'empty'],
    ['a list of something else', '[null]', 'json', '1', 'invalid_type'],
    ['a list a thousand deep', '['.repeat(1000) + ']'.repeat(1000), 'json', '1', 'invalid_type'],
  ] as const)('is refused for %s', (_what, text, format, path, code) => {
    const [refusal, issues] = issuesOf(text, format);
    expect([refusal, Array.isArray(issues) && issues[0]]).toEqual(['questions/bad-file', { path, code }]);
  });

  it.each([
    ['empty lines', `${HEADER}\n${'\n'.repeat(1_000_000)}`],
    ['short rows', `${HEADER}\n${'a\n'.repeat(500_000)}`],
    ['cells', `${HEADER}\n${','.repeat(1_000_000)}`],
    ['columns', ','.repeat(1_000_000)],
    ['quotes', `${HEADER}\n${'"'.repeat(1_000_000)}`],
    ['empty rows', `${HEADER}\n${',,,,,,\n'.repeat(140_000)}`],
  ])('is refused within seconds when it is a megabyte of %s', (_what, text) => {
    const before = process.cpuUsage();
    expect(issuesOf(text)[0]).toBe('questions/bad-file');
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it('names no more than a thousand mistakes', () => {
    const text = [HEADER, ...Array.from({ length: 5000 }, (_, index) => row({ key: `k-${index}`, minLevel: 9 }))];
    expect(issuesOf(text.join('\n'))[1]).toHaveLength(1000);
  });
});
