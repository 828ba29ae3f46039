import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorBody } from '@ieum/api-contract';
import { TestS3 } from './support/s3-server';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';

describe('a recording in a store that browsers reach', () => {
  let s3: TestS3;
  let api: TestApi;
  let student: TestUser;
  let take: TestRecorder;
  const slices = spokenAnswer(3);
  beforeAll(async () => {
    s3 = await TestS3.start();
    api = await startTestApi({ config: { objects: s3.settings({ publicEndpoint: s3.url }) } });
    student = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    take = new TestRecorder(api, student, question?.id ?? '');
    await take.record(slices);
  });
  afterAll(async () => {
    await api.close();
    await s3.remove();
  });

  const ask = (user: TestUser, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/api/recordings/${take.id}/audio`, {
      headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
      redirect: 'manual',
    });

  it('comes from there, byte for byte, whole or in parts, as what it is', async () => {
    const whole = Buffer.concat(slices);
    const all = await take.audio();
    expect([all.status, all.headers.get('content-type')]).toEqual([200, 'audio/webm']);
    expect(all.headers.get('content-disposition')).toMatch(/^attachment; filename="answer"/u);
    expect(all.headers.get('content-security-policy')).toBeNull();
    expect(all.bytes.equals(whole)).toBe(true);
    const part = await take.audio({ range: 'bytes=10-19' });
    expect([part.status, part.bytes.equals(whole.subarray(10, 20))]).toEqual([206, true]);
  });

  it('is at an address of a minute, which no cache keeps and which is for nothing else', async () => {
    const answer = await ask(student);
    const address = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([307, 'private, no-store']);
    expect([address.origin, address.searchParams.get('X-Amz-Expires')]).toEqual([s3.url, '60']);
    expect(address.searchParams.get('response-content-type')).toBe('audio/webm');
    for (const [name, value] of [
      ['response-content-type', 'text/html'],
      ['response-content-disposition', 'inline'],
      ['X-Amz-Expires', '6000'],
    ] as const) {
      const other = new URL(address);
      other.searchParams.set(name, value);
      const refused = await fetch(other);
      await refused.text();
      expect([name, refused.status]).toEqual([name, 403]);
    }
  });

  it('has no address for anybody else, and none past its end', async () => {
    const stranger = await ask(await api.registerStudent());
    expect([stranger.status, stranger.headers.get('location')]).toEqual([404, null]);
    const outside = await ask(student, { range: 'bytes=9999999-' });
    expect([outside.status, ((await outside.json()) as ErrorBody).error.code]).toEqual([
      416,
      'recordings/range-outside',
    ]);
    expect(outside.headers.get('location')).toBeNull();
  });

  it('may be fetched by the page, and by nothing more than fetched', async () => {
    const policy = (await api.get('/')).headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy.find((rule) => rule.startsWith('connect-src'))).toMatch(new RegExp(` ${s3.url}$`, 'u'));
    expect(policy.filter((rule) => rule.includes(s3.url))).toHaveLength(1);
  });
});
