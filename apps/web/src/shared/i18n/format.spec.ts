import { describe, expect, it } from '@jest/globals';
import { formatDateTime, formatDuration, formatRelative } from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 sec', '0초'],
    [59, '59 sec', '59초'],
    [60, '1 min', '1분'],
    [3_600, '1 hr', '1시간'],
    [3_900, '1 hr 5 min', '1시간 5분'],
    [-5, '0 sec', '0초'],
  ])('says %d seconds as %s and %s', (seconds, en, ko) => {
    expect(plain(formatDuration(seconds, 'en'))).toBe(en);
    expect(plain(formatDuration(seconds, 'ko'))).toBe(ko);
  });
});

describe('formatRelative', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  it.each([
    ['2026-11-21T11:59:40Z', 'now', '지금'],
    ['2026-11-21T11:55:00Z', '5 minutes ago', '5분 전'],
    ['2026-11-20T11:00:00Z', 'yesterday', '어제'],
    ['2026-11-21T14:00:00Z', 'in 2 hours', '2시간 후'],
  ])('says %s as %s and %s', (moment, en, ko) => {
    expect(formatRelative(moment, now, 'en')).toBe(en);
    expect(formatRelative(moment, now, 'ko')).toBe(ko);
  });
});

describe('formatDateTime', () => {
  it('uses the time zone of the device and the order of the language', () => {
    const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'Asia/Seoul' };
    expect(formatDateTime('2026-11-20T20:00:00Z', 'ko', options)).toBe('2026년 11월 21일');
    expect(formatDateTime('2026-11-20T20:00:00Z', 'en', options)).toBe('November 21, 2026');
  });
});
