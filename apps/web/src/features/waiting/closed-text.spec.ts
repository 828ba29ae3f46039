import { describe, expect, it } from '@jest/globals';
import { closedText, closedTitle } from './closed-text';
import { waitingMessages } from './messages';

const m = waitingMessages.en;
const mentor = { nickname: 'Seoyeon', line: '' };

describe('what the student is told about a closed request', () => {
  it('speaks of the request as long as no mentor had accepted', () => {
    expect(closedTitle(m, { status: 'cancelled', mentor: null })).toBe('The request is cancelled');
    expect(closedText(m, { status: 'expired', mentor: null }, null)).toBe(m.expired);
  });

  it('speaks of the meeting once one had, and says who cancelled it when that is known', () => {
    expect(closedTitle(m, { status: 'cancelled', mentor })).toBe('The meeting is cancelled');
    expect(closedText(m, { status: 'cancelled', mentor }, 'me')).toContain('You cancelled');
    expect(closedText(m, { status: 'cancelled', mentor }, 'partner')).toContain('Seoyeon cancelled');
    expect(closedText(m, { status: 'cancelled', mentor }, null)).toContain('was cancelled');
    expect(closedText(m, { status: 'expired', mentor }, 'nobody')).toContain('did not begin in time');
  });
});
