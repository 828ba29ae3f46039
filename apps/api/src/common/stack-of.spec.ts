import { describe, expect, it } from '@jest/globals';
import { stackOf } from './stack-of';

const databaseError = () => Object.assign(new Error('bad value: "canary"'), { severity: 'ERROR', code: '22P02' });

describe('the stack of an error for the log', () => {
  it('has the code of a database error where its words were, and where it happened', () => {
    expect(stackOf(databaseError())).toMatch(/^Error: 22P02\n {4}at /u);
  });

  it('has the same of one that came through TypeORM', () => {
    const wrapped = Object.assign(new Error('bad value: "canary"'), { driverError: databaseError() });
    expect(stackOf(wrapped)).toMatch(/^Error: 22P02\n {4}at /u);
  });

  it('is every other error’s own, and nothing of what is no error', () => {
    const error = new TypeError('our mistake');
    expect(stackOf(error)).toBe(error.stack);
    expect(stackOf('canary')).toBeUndefined();
  });
});
