import { describe, expect, it } from '@jest/globals';
import { readJestReport } from './read-jest-report.mjs';
import { readPlaywrightReport } from './read-playwright-report.mjs';

const test = (fullName, status = 'passed') => ({ fullName, status });
const file = (name, assertionResults, rest = {}) => ({
  name,
  status: 'passed',
  message: '',
  assertionResults,
  ...rest,
});
const jestReport = (...testResults) => readJestReport(JSON.stringify({ testResults }));

describe('readJestReport', () => {
  it('counts what passed and names the files', () => {
    expect(jestReport(file('/a.spec.ts', [test('one'), test('two')]), file('/b.spec.ts', [test('three')]))).toEqual({
      passed: 3,
      problems: [],
      files: ['/a.spec.ts', '/b.spec.ts'],
    });
  });

  it.each(['failed', 'pending', 'skipped', 'todo', 'disabled'])('takes a %s test for a failure', (status) => {
    expect(jestReport(file('/a.spec.ts', [test('one'), test('two', status)]))).toMatchObject({
      passed: 1,
      problems: [`${status}: two (/a.spec.ts)`],
    });
  });

  it('takes a file that cannot be loaded for a failure', () => {
    const broken = file('/a.spec.ts', [], { status: 'failed', message: '\nSyntaxError: oh\n at x' });
    expect(jestReport(broken)).toMatchObject({ passed: 0, problems: ['could not run: /a.spec.ts SyntaxError: oh'] });
  });

  it('takes a file whose clean-up fails for a failure, its tests notwithstanding', () => {
    expect(jestReport(file('/a.spec.ts', [test('one')], { status: 'failed' })).problems).toHaveLength(1);
  });

  it('takes a file without a test for a failure', () => {
    expect(jestReport(file('/a.spec.ts', []))).toMatchObject({ problems: ['no test in /a.spec.ts'] });
  });
});

const spec = (title, ...statuses) => ({
  title,
  file: 'call.spec.ts',
  tests: statuses.map((status) => ({ status, projectName: 'chromium' })),
});
const playwrightReport = (suites, errors = []) =>
  readPlaywrightReport(JSON.stringify({ config: { rootDir: '/e2e/tests' }, suites, errors }));

describe('readPlaywrightReport', () => {
  it('counts the tests of nested suites, once for each browser', () => {
    const suites = [{ specs: [spec('a', 'expected', 'expected')], suites: [{ specs: [spec('b', 'expected')] }] }];
    expect(playwrightReport(suites)).toEqual({ passed: 3, problems: [], files: ['/e2e/tests/call.spec.ts'] });
  });

  it.each([
    ['unexpected', 'failed'],
    ['flaky', 'flaky'],
    ['skipped', 'skipped'],
  ])('takes an %s test for a failure', (status, word) => {
    expect(playwrightReport([{ specs: [spec('a', 'expected', status)] }])).toMatchObject({
      passed: 1,
      problems: [`${word}: a (call.spec.ts, chromium)`],
    });
  });

  it('takes an error outside the tests for a failure', () => {
    expect(playwrightReport([], [{ message: 'the server did not start' }]).problems).toEqual([
      'error outside the tests: the server did not start',
    ]);
  });
});
