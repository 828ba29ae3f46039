import { describe, expect, it } from '@jest/globals';
import { isPicturePaused } from './picture-paused';
import { callSampleOf } from './testing/call-samples';

const media = { microphone: true, camera: true, screen: false };
const screen = { mid: '2', width: 1920, height: 1080, framesPerSecond: 15 };
const flowing = callSampleOf();
const nothing = callSampleOf({ pictures: { in: [], out: [] } });
const onlyScreen = callSampleOf({ pictures: { in: [screen], out: [] } });

describe('the other side’s picture', () => {
  it('is paused when their camera is on and nothing of it comes', () => {
    expect(isPicturePaused([flowing, nothing, nothing], media)).toBe(true);
    expect(isPicturePaused([nothing, onlyScreen], { ...media, screen: true })).toBe(true);
  });

  it('is not paused while it flows, or for one moment', () => {
    expect(isPicturePaused([flowing, flowing], media)).toBe(false);
    expect(isPicturePaused([flowing, nothing], media)).toBe(false);
    expect(isPicturePaused([nothing], media)).toBe(false);
  });

  it('is not paused when the camera is off, or nothing is known of it', () => {
    expect(isPicturePaused([nothing, nothing], { ...media, camera: false })).toBe(false);
    expect(isPicturePaused([nothing, nothing], undefined)).toBe(false);
  });

  it('is taken for the camera’s where the browser does not tell which it is', () => {
    const unnamed = callSampleOf({ pictures: { in: [{ ...screen, mid: undefined }], out: [] } });
    expect(isPicturePaused([unnamed, unnamed], media)).toBe(false);
  });
});
