import { describe, expect, it } from '@jest/globals';
import { asOne, exitCode, lastLine, ofCommand, ofRunner, total } from './tally.mjs';

const well = { code: 0, signal: null, timedOut: false, leftovers: 0 };
const report = { passed: 3, problems: [], files: ['a.spec.ts'] };

describe('ofRunner', () => {
  it('counts the tests that passed', () => {
    expect(ofRunner(report, well)).toEqual({ passed: 3, failed: 0, problems: [], files: ['a.spec.ts'] });
  });

  it('counts the tests that failed once, although the runner ends non-zero for them', () => {
    expect(ofRunner({ ...report, problems: ['failed: a'] }, { ...well, code: 1 })).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });

  it.each([
    ['ends without a report', undefined, well, 0],
    ['is killed without a report', undefined, { ...well, code: null, signal: 'SIGKILL' }, 0],
    ['reports no test at all', { ...report, passed: 0 }, well, 0],
    ['ends non-zero although every test passed', report, { ...well, code: 1 }, 3],
    ['leaves a process behind', report, { ...well, leftovers: 1 }, 3],
  ])('fails once when a runner %s', (_, given, run, passed) => {
    expect(ofRunner(given, run)).toMatchObject({ passed, failed: 1 });
  });

  it('fails twice when a runner hangs and has no report', () => {
    expect(ofRunner(undefined, { ...well, timedOut: true, code: null, signal: 'SIGINT' })).toMatchObject({ failed: 2 });
  });
});

describe('ofCommand', () => {
  it('counts a command as one', () => {
    expect(ofCommand(well)).toEqual({ passed: 1, failed: 0, problems: [] });
    expect(ofCommand({ ...well, code: 2 })).toEqual({ passed: 0, failed: 1, problems: ['it ended with exit code 2'] });
    expect(ofCommand({ ...well, timedOut: true })).toMatchObject({ passed: 0, failed: 1 });
    expect(ofCommand({ ...well, leftovers: 2 })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the last line', () => {
  it('adds everything up', () => {
    expect(lastLine(total([asOne(), asOne('no'), { passed: 5, failed: 2, problems: ['a', 'b'] }]))).toBe(
      '6 passed, 3 failed',
    );
  });

  it('goes with an exit code that is zero only when something passed and nothing failed', () => {
    expect(exitCode({ passed: 1, failed: 0 })).toBe(0);
    expect(exitCode({ passed: 9, failed: 1 })).toBe(1);
    expect(exitCode({ passed: 0, failed: 0 })).toBe(1);
  });
});
