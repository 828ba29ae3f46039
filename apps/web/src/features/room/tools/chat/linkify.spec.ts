import { describe, expect, it } from '@jest/globals';
import { linkify } from './linkify';

const links = (text: string) => linkify(text).flatMap((part) => (part.href ? [part.href] : []));

describe('linkify', () => {
  it('makes an https address a link and leaves the sentence around it as text', () => {
    expect(linkify('see https://example.org/a?b=1, please')).toEqual([
      { text: 'see ' },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: ', please' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'http://example.org',
    'data:text/html,<b>x</b>',
    'https://user:secret@bank.example/login',
    'https://',
    'https://[bad',
  ])('never links %s', (text) => {
    expect(links(text)).toEqual([]);
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('shows exactly the characters that were written', () => {
    const text = 'a https://x.org/1 b https://y.org/(2). 끝';
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
