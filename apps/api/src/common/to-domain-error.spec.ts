import { BadRequestException, Logger, NotFoundException } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ERROR_CODES } from '@ieum/signaling-protocol';
import { DomainError } from './domain-error';
import { STATUS_OF } from './error-status';
import { toDomainError } from './to-domain-error';

const withFields = (fields: object, message = 'canary') => Object.assign(new Error(message), fields);

describe('whatever is thrown', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(['error']));

  it('stays what it is when it is a refusal of ours', () => {
    const refusal = new DomainError('consults/not-open', 'Closed.');
    expect(toDomainError(refusal)).toBe(refusal);
  });

  it.each([
    ['an unknown route', new NotFoundException(), 'request/not-found'],
    ['a bad request of Nest', new BadRequestException('canary'), 'request/invalid'],
    ['bad JSON', withFields({ statusCode: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' }), 'request/invalid'],
    ['a body that is too large', withFields({ statusCode: 413 }), 'request/too-large'],
    ['an unsupported media type', withFields({ statusCode: 415 }), 'request/invalid'],
    ['a database that refuses', withFields({ code: 'ECONNREFUSED' }), 'server/unavailable'],
    [
      'a database that is shutting down',
      withFields({ driverError: withFields({ code: '57P01' }) }),
      'server/unavailable',
    ],
    [
      'a statement that took too long',
      withFields({ driverError: withFields({ code: '57014' }) }),
      'server/unavailable',
    ],
    ['a lock that took too long', withFields({ driverError: withFields({ code: '55P03' }) }), 'server/unavailable'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'server/unavailable'],
    ['a broken constraint', withFields({ driverError: withFields({ code: '23514' }) }), 'server/internal'],
    ['a mistake in our code', new TypeError('canary of undefined'), 'server/internal'],
    ['a text', 'canary', 'server/internal'],
    ['nothing', undefined, 'server/internal'],
  ])('becomes a typed refusal without a word of its own: %s', (_what, thrown, code) => {
    const refusal = toDomainError(thrown);
    expect(refusal.code).toBe(code);
    expect(JSON.stringify(refusal.toProtocolError())).not.toContain('canary');
  });

  it('is logged with its stack only when nobody expected it', () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    toDomainError(new NotFoundException());
    expect(logged).not.toHaveBeenCalled();
    toDomainError(new TypeError('broken'));
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.stringContaining('to-domain-error.spec'));
    logged.mockRestore();
  });
});

describe('the status of a refusal', () => {
  it('is one of the client or the server for every code of the contract', () => {
    for (const code of ERROR_CODES) {
      expect(STATUS_OF[code]).toBeGreaterThanOrEqual(400);
      expect(STATUS_OF[code] >= 500).toBe(code.startsWith('server/'));
    }
  });
});
