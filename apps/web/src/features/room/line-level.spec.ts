import { describe, expect, it } from '@jest/globals';
import { causeKey, lineLevel } from './line-level';

describe('the words for the quality of a call', () => {
  it('say which way something is felt, where that matters', () => {
    expect(causeKey({ level: 'fair', cause: 'loss', direction: 'out' })).toBe('loss-out');
    expect(causeKey({ level: 'fair', cause: 'jitter', direction: undefined })).toBe('jitter-in');
    expect(causeKey({ level: 'poor', cause: 'bandwidth', direction: 'out' })).toBe('bandwidth');
    expect(causeKey({ level: 'good', cause: 'none', direction: undefined })).toBe('none');
  });

  it('speak of no line while there is none', () => {
    const fair = { level: 'fair', cause: 'delay', direction: undefined } as const;
    expect(lineLevel(fair, 'connected')).toBe('fair');
    expect(lineLevel(fair, 'reconnecting')).toBe('none');
    expect(lineLevel(fair, undefined)).toBe('none');
  });
});
