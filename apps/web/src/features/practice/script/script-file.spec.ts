import { describe, expect, it } from '@jest/globals';
import { scriptFile } from './script-file';

describe('a script as a file', () => {
  it('has the question, the text with its lines, and the date', () => {
    const text = 'I live in Busan.\nIt is by the sea.\n\n\nI like it *a lot*.';
    expect(scriptFile({ question: 'Where do you live?', text, date: 'November 22, 2026' })).toBe(
      [
        '> Where do you live?',
        '',
        'I live in Busan.\\',
        'It is by the sea.',
        '',
        'I like it \\*a lot\\*.',
        '',
        '---',
        '',
        'November 22, 2026',
        '',
      ].join('\n'),
    );
  });

  it('does not take what begins like a list or a heading for one', () => {
    const file = scriptFile({ question: 'What?', text: '# 1 thing\n\n- not a list\n\n1. neither', date: 'today' });
    expect(file).toContain('\\# 1 thing');
    expect(file).toContain('\\- not a list');
    expect(file).toContain('1\\. neither');
  });
});
