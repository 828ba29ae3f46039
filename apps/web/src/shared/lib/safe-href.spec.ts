import { describe, expect, it } from '@jest/globals';
import { safeHref, typedHref } from './safe-href';

describe('an address that came from the other side', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('%s may be a link', (address, href) => {
    expect(safeHref(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://example.org',
    'https://bank.example@evil.example/',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    '/relative',
    '//example.org',
    '',
    `https://example.org/${'a'.repeat(2_100)}`,
    null,
    ['https://example.org'],
    { toString: () => 'https://example.org' },
  ])('%p may not', (address) => {
    expect(safeHref(address)).toBeNull();
  });
});

describe('an address that a person writes', () => {
  it.each([
    ['example.org/page', 'https://example.org/page'],
    [' 예시.한국 ', 'https://xn--vv4b11d.xn--3e0b707e/'],
    ['someone@example.org', 'mailto:someone@example.org'],
    ['https://example.org', 'https://example.org/'],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['two words.', null],
    ['word', null],
    ['', null],
  ])('%p leads to %p', (typed, href) => {
    expect(typedHref(typed)).toBe(href);
  });
});
