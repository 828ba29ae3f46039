import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PATIENCE } from '../src/storage/s3-client';
import { S3ObjectStore } from '../src/storage/s3-object-store';
import { contentOf, keysOf, put } from './support/object-store-contract';
import { refuse, type S3Front } from './support/s3-front';
import { TestS3 } from './support/s3-server';

const MB = 1024 ** 2;
const TYPE = 'audio/webm';
const SHORT = { ...PATIENCE, connectMs: 500, requestMs: 500, inAllMs: 3_000, idleMs: 500 };

/** What people are told, and what stays inside. */
const refusal = (kind: string) => ({
  code: 'server/unavailable',
  message: 'Files cannot be kept or fetched right now: try again.',
  cause: expect.objectContaining({ kind }),
});

describe('a store of objects that speaks S3', () => {
  let s3: TestS3;
  let front: S3Front;
  let store: S3ObjectStore;
  beforeEach(async () => {
    s3 = await TestS3.start();
    front = await s3.frontOf();
    store = new S3ObjectStore(s3.settings({ endpoint: front.url }));
    await put(store, 'there', Buffer.from('there before'));
    front.asked.length = 0;
  });
  afterEach(async () => {
    await front.close();
    await s3.remove();
  });

  it('sends length, type and hash with what it keeps, for the store to check', async () => {
    await put(store, 'a/b', Buffer.from('hello'));
    expect(front.asked).toEqual([
      {
        method: 'PUT',
        url: expect.stringMatching(/^\/ieum\/a\/b(?:\?|$)/u),
        headers: expect.objectContaining({
          'content-type': TYPE,
          'content-length': '5',
          'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
          'x-amz-content-sha256': '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
        }),
      },
    ]);
  });

  it('keeps nothing where the store finds another hash', async () => {
    front.answer = (request, _response, pass) => void request.resume().on('end', () => pass(Buffer.from('hellO')));
    await expect(put(store, 'changed', Buffer.from('hello'))).rejects.toMatchObject(refusal('unreachable'));
    expect(await keysOf(new S3ObjectStore(s3.settings()))).toEqual(['there']);
  });

  it('is refused with a wrong secret, by any way, and with a wrong id', async () => {
    for (const others of [{ secretAccessKey: 'another-secret' }, { accessKeyId: 'somebody' }]) {
      const stranger = new S3ObjectStore(s3.settings(others));
      await expect(put(stranger, 'there', Buffer.from('x'))).rejects.toMatchObject(refusal('refused'));
      await expect(stranger.get('there')).rejects.toMatchObject(refusal('refused'));
      await expect(stranger.delete(['there'])).rejects.toMatchObject(refusal('refused'));
      await expect(keysOf(stranger)).rejects.toMatchObject(refusal('refused'));
      await expect(stranger.check()).rejects.toMatchObject(refusal('refused'));
    }
    expect(String(await contentOf(store, 'there'))).toBe('there before');
  });

  it('says that it is away, without saying where, and goes on when it is back', async () => {
    await s3.stop();
    const failed = await put(store, 'late', Buffer.from('x')).catch((error: unknown) => error);
    expect(failed).toMatchObject(refusal('unreachable'));
    expect(JSON.stringify((failed as { toProtocolError(): unknown }).toProtocolError())).not.toContain('127.0.0.1');
    await expect(store.get('there')).rejects.toMatchObject(refusal('unreachable'));
    await s3.start();
    expect(String(await contentOf(store, 'there'))).toBe('there before');
    await put(store, 'late', Buffer.from('x'));
    expect(await keysOf(store)).toEqual(['late', 'there']);
  });

  it('tries again where the store is overburdened for a moment', async () => {
    const failures = [503, 500];
    front.answer = (request, response, pass) => {
      const status = failures.shift();
      if (status === undefined) return pass();
      request.resume().on('end', () => refuse(response, status, 'SlowDown'));
    };
    await put(store, 'again', Buffer.from('at last'));
    expect(front.asked).toHaveLength(3);
    failures.push(503);
    expect(String(await contentOf(store, 'again'))).toBe('at last');
  });

  it('gives up after three tries', async () => {
    front.answer = (_request, response) => refuse(response, 503, 'ServiceUnavailable');
    await expect(store.get('there')).rejects.toMatchObject(refusal('unreachable'));
    expect(front.asked).toHaveLength(3);
  });

  it('does not wait for ever for one that says nothing', async () => {
    store = new S3ObjectStore(s3.settings({ endpoint: front.url }), SHORT);
    front.answer = () => undefined;
    const startedAt = performance.now();
    await expect(store.get('there')).rejects.toMatchObject(refusal('unreachable'));
    await expect(put(store, 'slow', Buffer.from('x'))).rejects.toMatchObject(refusal('unreachable'));
    expect(performance.now() - startedAt).toBeLessThan(2 * (SHORT.inAllMs + 1_000));
  });

  it('ends a body that does not go on', async () => {
    store = new S3ObjectStore(s3.settings({ endpoint: front.url }), SHORT);
    front.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': TYPE, 'content-length': '1000' });
      response.write('only this much');
    };
    const stored = await store.get('there');
    expect(stored).toMatchObject({ bytes: 1000 });
    await expect(stored && buffer(stored.body)).rejects.toThrow();
  });

  it('uploads what is large in pieces with their hashes, and lets the store forget them where it fails', async () => {
    const slices = [0, 1, 2, 3, 4].map((index) => `slices/${index}`);
    for (const key of slices) await put(store, key, randomBytes(4 * MB));
    front.asked.length = 0;
    await store.assemble('whole', slices, { contentType: TYPE });
    const sent = () => front.asked.filter(({ method }) => method !== 'GET');
    expect(sent().map(({ method, headers }) => [method, Number(headers['content-length'] ?? 0) >> 20])).toEqual([
      ['POST', 0],
      ['PUT', 8],
      ['PUT', 8],
      ['PUT', 4],
      ['POST', 0],
    ]);
    for (const { headers } of sent().filter(({ method }) => method === 'PUT'))
      expect(headers['x-amz-checksum-sha256']).toMatch(/^[\w+/]{43}=$/u);

    front.asked.length = 0;
    front.answer = (request, response, pass) => {
      if (request.method === 'DELETE') return void response.writeHead(204).end();
      if (!/partNumber=2/u.test(request.url ?? '')) return pass();
      request.resume().on('end', () => response.writeHead(507, { connection: 'close' }).end());
    };
    await expect(store.assemble('torn', slices, { contentType: TYPE })).rejects.toMatchObject(refusal('full'));
    expect(sent().at(-1)).toMatchObject({ method: 'DELETE', url: expect.stringContaining('uploadId=') });
    expect(await keysOf(new S3ObjectStore(s3.settings()), 'torn')).toEqual([]);
  });

  it('says that there is no bucket where it may make none', async () => {
    front.answer = (request, response, pass) => {
      if (request.method !== 'PUT' || request.url?.includes('there')) return pass();
      refuse(response, 403, 'AccessDenied');
    };
    const other = new S3ObjectStore(s3.settings({ endpoint: front.url, bucket: 'not-ours' }));
    expect(await other.get('there')).toBeUndefined();
    expect(await keysOf(other)).toEqual([]);
    await expect(put(other, 'there', Buffer.from('x'))).rejects.toMatchObject(refusal('refused'));
  });
});

describe('an address that was signed for a browser', () => {
  let s3: TestS3;
  let store: S3ObjectStore;
  beforeEach(async () => {
    s3 = await TestS3.start();
    store = new S3ObjectStore(s3.settings({ publicEndpoint: s3.url }));
    await put(store, 'answers/one', Buffer.from('hello'));
  });
  afterEach(() => s3.remove());
  const sign = async (seconds: number, fileName?: string): Promise<string> => {
    const url = await store.signedUrl('answers/one', {
      contentType: 'audio/mp4',
      seconds,
      ...(fileName && { fileName }),
    });
    if (url === undefined) throw new Error('Nothing was signed.');
    return url;
  };

  it('gives the object as what it is asked to be, to be played or saved', async () => {
    const played = await fetch(await sign(60));
    expect(await played.text()).toBe('hello');
    expect(played.headers.get('content-type')).toBe('audio/mp4');
    expect(played.headers.get('content-disposition')).toBe('inline');
    const saved = await fetch(await sign(60, '내 답 "1".m4a'));
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="_ _ _1_.m4a"; filename*=UTF-8''%EB%82%B4%20%EB%8B%B5%20%221%22.m4a`,
    );
    await saved.text();
  });

  it('gives a part of it, as players ask for it', async () => {
    const part = await fetch(await sign(60), { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'ell']);
  });

  it('ends, and is for nothing else', async () => {
    const url = await sign(4);
    const statusOf = async (each: string): Promise<number> => {
      const answer = await fetch(each);
      await answer.text();
      return answer.status;
    };
    expect(await statusOf(url)).toBe(200);
    const other = url.replace('answers/one', 'answers/two');
    const longer = url.replace('X-Amz-Expires=4&', 'X-Amz-Expires=4000&');
    const otherType = url.replace('audio%2Fmp4', 'text%2Fhtml');
    for (const each of [other, longer, otherType]) {
      expect(each).not.toBe(url);
      expect([each, await statusOf(each)]).toEqual([each, 403]);
    }
    let status: number;
    do status = await statusOf(url);
    while (status === 200);
    expect(status).toBe(403);
  });

  it('is not there without an address for browsers', async () => {
    const inside = new S3ObjectStore(s3.settings());
    expect(await inside.signedUrl('answers/one', { contentType: TYPE, seconds: 60 })).toBeUndefined();
  });
});
