import { describe, expect, it } from '@jest/globals';
import { CreateConsultRequest } from '@ieum/api-contract';
import type { Recording } from '@ieum/api-contract';
import { mentorRequest, MESSAGE_MAX, offeredTakes, prefilled } from './mentor-request';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const take = (n: number, status: Recording['status'] = 'stored'): Recording => ({
  id: id(n),
  scriptId: id(100),
  questionId: id(200),
  status,
  contentType: 'audio/webm',
  bytes: 1,
  durationMs: 1,
  voicedMs: 1,
  peaks: [],
  createdAt: '2026-11-22T08:00:00.000Z',
});

describe('the takes that may go along', () => {
  it('are the five newest that are stored, numbered among all', () => {
    const offered = offeredTakes([take(9, 'uploading'), ...[7, 6, 5, 4, 3, 2, 1].map((n) => take(n))]);
    expect(offered.map(({ recording, number }) => [recording.id, number])).toEqual(
      [7, 6, 5, 4, 3].map((n) => [id(n), n]),
    );
  });
});

describe('the message of a request', () => {
  const around = (question: string) => `About “${question}”`;
  it('names the question', () => {
    expect(prefilled(around, 'What do you see?')).toBe('About “What do you see?”');
  });
  it('is short enough, whatever is asked, and never half a character', () => {
    for (const question of ['x'.repeat(600), '👍'.repeat(300), `x${'👍'.repeat(300)}`]) {
      const message = prefilled(around, question);
      expect(message.length).toBeLessThanOrEqual(MESSAGE_MAX);
      expect(message.endsWith('…”')).toBe(true);
      expect(message).not.toMatch(/\p{Cs}/u);
    }
  });
});

describe('the request for a mentor', () => {
  const choices = {
    requestId: id(1),
    scriptId: id(2),
    chosen: new Set([id(3)]),
    shownBefore: false,
    language: 'en',
    message: '  please  ',
    prefill: 'Help me',
  } as const;
  it('is one that the server takes', () => {
    const request = mentorRequest(choices);
    expect(CreateConsultRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      kind: 'speaking',
      message: 'please',
      practice: { scriptId: id(2), recordingIds: [id(3)], shownBefore: false },
    });
  });
  it('says what it is about even if nothing was written', () => {
    expect(mentorRequest({ ...choices, message: ' ' }).message).toBe('Help me');
  });
});
