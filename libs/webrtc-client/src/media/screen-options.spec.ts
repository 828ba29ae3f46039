import { describe, expect, it } from '@jest/globals';
import { screenOptions } from './screen-options';

describe('screenOptions', () => {
  it('never lets the call hear or see itself', () => {
    expect(screenOptions(true)).toMatchObject({
      audio: { restrictOwnAudio: true },
      selfBrowserSurface: 'exclude',
      systemAudio: 'exclude',
      windowAudio: 'exclude',
    });
  });

  it('asks for sound only when told to, and leaves it as it is', () => {
    expect(screenOptions(false).audio).toBe(false);
    expect(screenOptions(true).audio).toMatchObject({
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    });
  });

  it('demands nothing: screens may not be refused for what they are (W3C Screen Capture §5.2)', () => {
    expect(JSON.stringify(screenOptions(true))).not.toMatch(/"(exact|min)"/);
  });
});
