import { describe, expect, it } from '@jest/globals';
import {
  AppendDocumentUpdateRequest,
  CreateConsultRequest,
  DOCUMENT_MAX_BASE64,
  DOCUMENT_MAX_BYTES,
  Email,
  MentorProfileInput,
  Nickname,
  Password,
} from './index';

const request = {
  requestId: '6f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b11',
  kind: 'tutoring',
  topic: 'math',
  message: '  분수의 나눗셈이 어려워요  ',
  language: 'ko',
};

describe('CreateConsultRequest', () => {
  it('trims the message', () => {
    expect(CreateConsultRequest.parse(request).message).toBe('분수의 나눗셈이 어려워요');
  });
  it.each([
    ['an empty message', { message: '   ' }],
    ['a message of 501 characters', { message: 'a'.repeat(501) }],
    ['a control character', { message: 'a\u0000b' }],
    ['half a surrogate pair', { message: 'a\uD800b' }],
    ['a topic of another kind', { topic: 'opic' }],
    ['an unknown kind', { kind: 'magic' }],
    ['a request id that is none', { requestId: '1' }],
    [
      'practice with six takes',
      { practice: { scriptId: request.requestId, recordingIds: Array(6).fill(request.requestId), shownBefore: true } },
    ],
    ['an unknown readiness', { readiness: 'Chromium on a phone' }],
  ])('refuses %s', (_what, change) => {
    expect(CreateConsultRequest.safeParse({ ...request, ...change }).success).toBe(false);
  });
  it.each([undefined, null, 'ready', 'voice-only', 'listen-only', 'relay-failing'])(
    'takes %p as readiness',
    (readiness) => {
      expect(CreateConsultRequest.parse({ ...request, readiness }).readiness).toBe(readiness);
    },
  );
  it('keeps line breaks and emoji', () => {
    expect(CreateConsultRequest.parse({ ...request, message: 'one\ntwo 🙂' }).message).toBe('one\ntwo 🙂');
  });
});

describe('account fields', () => {
  it('lower-cases and trims an e-mail', () => {
    expect(Email.parse('  Haru@Example.org ')).toBe('haru@example.org');
  });
  it.each(['', 'no-at-sign', 'a@b', `${'a'.repeat(250)}@b.org`])('refuses %p as an e-mail', (value) => {
    expect(Email.safeParse(value).success).toBe(false);
  });
  it.each(['하루', 'Haru Kim', '이음이🙂'])('accepts %s as a nickname', (value) => {
    expect(Nickname.parse(value)).toBe(value);
  });
  it.each(['x', 'a'.repeat(21), 'a\nb', 'evil\u202Eeman'])('refuses %j as a nickname', (value) => {
    expect(Nickname.safeParse(value).success).toBe(false);
  });
  it('takes passwords of 8 to 128 characters', () => {
    expect([7, 8, 128, 129].map((length) => Password.safeParse('a'.repeat(length)).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('MentorProfileInput', () => {
  const profile = { kinds: ['tutoring'], topics: ['math'], languages: ['ko'], line: '' };
  it('accepts topics of the chosen kinds', () => {
    expect(MentorProfileInput.parse(profile)).toEqual(profile);
  });
  it.each([
    ['no kind', { kinds: [] }],
    ['a kind twice', { kinds: ['tutoring', 'tutoring'] }],
    ['a topic of a kind that was not chosen', { topics: ['opic'] }],
    ['no language', { languages: [] }],
    ['a line of 141 characters', { line: 'a'.repeat(141) }],
  ])('refuses %s', (_what, change) => {
    expect(MentorProfileInput.safeParse({ ...profile, ...change }).success).toBe(false);
  });
});

describe('AppendDocumentUpdateRequest', () => {
  const taken = (update: unknown) => AppendDocumentUpdateRequest.safeParse({ update }).success;

  it('takes base64 with its padding, up to the largest document and a little more', () => {
    for (const update of ['AAA=', 'AA==', '+/+/', 'A'.repeat(DOCUMENT_MAX_BASE64)]) expect(taken(update)).toBe(true);
    expect(DOCUMENT_MAX_BASE64).toBeGreaterThan((DOCUMENT_MAX_BYTES / 3) * 4 + 4);
    expect(taken('A'.repeat(DOCUMENT_MAX_BASE64 + 4))).toBe(false);
  });

  it.each(['', 'AAA', '====', 'A===', 'AA=A', 'AAA-', 'AA A', 'AAAA\n', 'AAAAA', 7, null])('refuses %j', (update) => {
    expect(taken(update)).toBe(false);
  });
});
