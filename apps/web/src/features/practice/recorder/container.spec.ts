import { describe, expect, it } from '@jest/globals';
import { chooseContainer } from './container';

describe('what is recorded', () => {
  it.each([
    ['Chrome', ['audio/webm;codecs=opus', 'audio/mp4'], 'audio/webm;codecs=opus', 'audio/webm'],
    ['Safari', ['audio/mp4'], 'audio/mp4', 'audio/mp4'],
    ['an old Firefox', ['audio/ogg;codecs=opus'], 'audio/ogg;codecs=opus', 'audio/ogg'],
  ])('is in %s what it can best', (_browser, supported, mimeType, contentType) => {
    expect(chooseContainer((type) => supported.includes(type))).toEqual({ mimeType, contentType });
  });

  it('is nothing where the server would not take it', () => {
    expect(chooseContainer((type) => type === 'video/webm')).toBeNull();
  });
});
