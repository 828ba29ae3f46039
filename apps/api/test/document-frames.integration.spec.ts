import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { live } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const frame = Buffer.from([1, 2, 3]).toString('base64');
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

describe('frames of a room’s document', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('reach the other member as they were sent, and in order', async () => {
    const { studentSocket, mentorSocket, studentPeerId, mentorPeerId } = await live(api);
    const longest = Buffer.alloc(16_384, 7).toString('base64');
    await mentorSocket.ask('document:frame', { to: studentPeerId, frame });
    await mentorSocket.ask('document:frame', { to: studentPeerId, frame: longest });
    await studentSocket.ask('document:frame', { to: mentorPeerId, frame });
    expect(await mentorSocket.next('document:frame')).toEqual({ from: studentPeerId, frame });
    expect(studentSocket.all('document:frame')).toEqual([
      { from: mentorPeerId, frame },
      { from: mentorPeerId, frame: longest },
    ]);
    studentSocket.close();
    mentorSocket.close();
  });

  it.each([
    ['nothing', ''],
    ['no base64', 'AA*C'],
    ['base64 without its padding', 'AAE'],
    ['a line break', 'AAEC\n'],
    ['more than 16 KiB', Buffer.alloc(16_387).toString('base64')],
    ['a number', 5],
  ])('are refused when they are %s', async (_what, hostile) => {
    const { studentSocket, mentorSocket, studentPeerId } = await live(api);
    expect(await mentorSocket.askRaw('document:frame', { to: studentPeerId, frame: hostile })).toEqual(
      refused('request/invalid'),
    );
    expect(studentSocket.all('document:frame')).toEqual([]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('pass through no server in counselling', async () => {
    const { studentSocket, mentorSocket, studentPeerId } = await live(api, { kind: 'counselling', topic: 'mood' });
    expect(await mentorSocket.askRaw('document:frame', { to: studentPeerId, frame })).toEqual(
      refused('documents/not-kept'),
    );
    expect(studentSocket.all('document:frame')).toEqual([]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('are slowed down, not lost, when somebody sends them without end', async () => {
    const { studentSocket, mentorSocket, studentPeerId } = await live(api);
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => mentorSocket.askRaw('document:frame', { to: studentPeerId, frame })),
    );
    const slowed = answers.filter((answer) => (answer as { ok: boolean }).ok === false);
    expect(slowed.length).toBeGreaterThan(0);
    expect(slowed[0]).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'request/rate-limited', retryAfterMs: expect.any(Number) }),
    });
    studentSocket.close();
    mentorSocket.close();
  });
});
