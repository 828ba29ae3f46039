import { describe, expect, it } from '@jest/globals';
import { dayOf, scriptFile } from './script-file';

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

  it('is named by the day of whoever saves it, early in the morning and late at night', () => {
    expect(dayOf(new Date(2026, 10, 22, 0, 30).toISOString())).toBe('2026-11-22');
    expect(dayOf(new Date(2026, 10, 22, 23, 30).toISOString())).toBe('2026-11-22');
    expect(dayOf(new Date(2026, 0, 5, 12).toISOString())).toBe('2026-01-05');
  });
});
