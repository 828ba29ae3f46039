import { describe, expect, it } from '@jest/globals';
import { namedError } from '../testing';
import { screenProblemOf } from './screen-problem';

describe('screenProblemOf', () => {
  it.each([
    [namedError('NotAllowedError', 'Permission denied'), 'cancelled'],
    [namedError('NotAllowedError', 'Permission denied by user'), 'cancelled'],
    [namedError('NotAllowedError', 'The request is not allowed by the user agent or the platform'), 'cancelled'],
    [namedError('NotAllowedError', 'Permission denied by system'), 'denied'],
    [
      namedError('NotAllowedError', 'Access to the feature "display-capture" is disallowed by permissions policy.'),
      'denied',
    ],
    [namedError('NotFoundError'), 'denied'],
    [namedError('SecurityError'), 'denied'],
    [namedError('NotSupportedError'), 'unsupported'],
    [namedError('InvalidStateError'), 'failed'],
    [namedError('NotReadableError'), 'failed'],
    [{ name: 'NotAllowedError' }, 'cancelled'],
    [undefined, 'failed'],
    ['NotAllowedError', 'failed'],
  ])('reads %p as %s', (error, problem) => {
    expect(screenProblemOf(error)).toBe(problem);
  });
});
