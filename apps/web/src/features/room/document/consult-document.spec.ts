import { describe, expect, it } from '@jest/globals';
import type { ApiCall, ApiRequester } from '../../../shared/lib/request-api';
import { consultDocument } from './consult-document';

function world(answer: unknown) {
  const calls: ApiCall[] = [];
  const request = (async (call: ApiCall) => {
    calls.push(call);
    return answer;
  }) as ApiRequester;
  return { calls, server: consultDocument('c 1', request) };
}

describe('the document of a consult at the server', () => {
  it('comes as bytes', async () => {
    const { calls, server } = world({ update: 'AQID', seq: 4 });
    await expect(server.load()).resolves.toEqual(Uint8Array.of(1, 2, 3));
    expect(calls[0]).toMatchObject({ method: 'GET', path: '/api/consults/c%201/document' });
  });

  it('may be nothing yet', async () => {
    await expect(world({ update: null, seq: 0 }).server.load()).resolves.toBeNull();
  });

  it('gets what is new, also from a page that closes, as long as browsers allow that', async () => {
    const { calls, server } = world({ seq: 5 });
    await server.append(Uint8Array.of(1, 2, 3));
    await server.append(new Uint8Array(45_000));
    await server.append(new Uint8Array(45_001));
    expect(calls[0]).toMatchObject({
      method: 'POST',
      path: '/api/consults/c%201/document/updates',
      body: { update: 'AQID' },
    });
    expect(calls.map(({ keepalive }) => keepalive)).toEqual([true, true, false]);
  });
});
