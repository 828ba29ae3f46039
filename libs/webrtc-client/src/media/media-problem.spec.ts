import { describe, expect, it } from '@jest/globals';
import { namedError } from '../testing';
import { mediaProblemOf } from './media-problem';

describe('mediaProblemOf', () => {
  it.each([
    [namedError('NotAllowedError', 'Permission denied'), 'permission-denied'],
    [namedError('NotAllowedError', 'Permission dismissed'), 'permission-dismissed'],
    [namedError('SecurityError'), 'permission-denied'],
    [namedError('NotFoundError'), 'not-found'],
    [namedError('NotReadableError'), 'in-use'],
    [namedError('AbortError', 'Starting videoinput failed'), 'in-use'],
    [namedError('OverconstrainedError'), 'overconstrained'],
    [namedError('TypeError'), 'unknown'],
    [namedError('constructor'), 'unknown'],
    [undefined, 'unknown'],
    ['NotAllowedError', 'unknown'],
    [{ name: 7 }, 'unknown'],
    [{ name: 'NotAllowedError' }, 'permission-denied'],
  ])('reads %p as %s', (error, problem) => {
    expect(mediaProblemOf(error)).toBe(problem);
  });
});
