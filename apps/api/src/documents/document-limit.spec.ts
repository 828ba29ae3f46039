import { describe, expect, it } from '@jest/globals';
import { LoneNode } from '../cluster/lone-node';
import { DomainError } from '../common/domain-error';
import { DefaultDocumentPolicy, DocumentLimit } from './document-limit';

const kept = () => Promise.resolve('kept');
const refused = () => Promise.reject(new DomainError('documents/malformed', 'No update.'));
const LIMITED = { code: 'request/rate-limited' };

describe('the limit of documents', () => {
  it('lets a tab save as often as it does, and no user write or read without end', async () => {
    const limit = new DocumentLimit(new DefaultDocumentPolicy(), new LoneNode());
    for (let n = 0; n < 30; n += 1) expect(await limit.write('a', kept)).toBe('kept');
    await expect(limit.write('a', kept)).rejects.toMatchObject(LIMITED);
    expect(await limit.write('b', kept)).toBe('kept');
    for (let n = 0; n < 30; n += 1) limit.spendRead('a');
    expect(() => limit.spendRead('a')).toThrow(expect.objectContaining(LIMITED));
  });

  it('stops who sends what is no update, and counts no other refusal', async () => {
    const limit = new DocumentLimit(new DefaultDocumentPolicy(), new LoneNode());
    const closed = () => Promise.reject(new DomainError('documents/closed', 'Over.'));
    for (let n = 0; n < 10; n += 1) await expect(limit.write('b', closed)).rejects.toMatchObject({});
    expect(await limit.write('b', kept)).toBe('kept');
    for (let n = 0; n < 5; n += 1) {
      await expect(limit.write('a', refused)).rejects.toMatchObject({ code: 'documents/malformed' });
    }
    await expect(limit.write('a', kept)).rejects.toMatchObject(LIMITED);
    limit.spendRead('a');
  });
});
