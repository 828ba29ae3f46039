import { describe, expect, it } from '@jest/globals';
import { LoneNode } from '../cluster/lone-node';
import { DefaultScriptPolicy, ScriptLimit } from './script-limit';

const LIMITED = { code: 'request/rate-limited' };

describe('the limit of scripts', () => {
  it('lets a page save and search as often as it does, and no user without end', () => {
    const limit = new ScriptLimit(new DefaultScriptPolicy(), new LoneNode());
    for (let n = 0; n < 120; n += 1) limit.spendWrite('a');
    expect(() => limit.spendWrite('a')).toThrow(expect.objectContaining(LIMITED));
    limit.spendWrite('b');
    for (let n = 0; n < 400; n += 1) limit.spendRead('a');
    expect(() => limit.spendRead('a')).toThrow(expect.objectContaining(LIMITED));
    limit.spendRead('b');
  });
});
