import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deviceChoices } from './device-choices';

const NAMES = ['sessionStorage', 'localStorage'] as const;
const before = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
const DEFAULTS = { microphone: true, camera: true, dataSaver: false, shortcuts: true };
let kept: Record<(typeof NAMES)[number], Map<string, string>>;

beforeEach(() => {
  kept = { sessionStorage: new Map(), localStorage: new Map() };
  for (const name of NAMES) {
    const value = {
      getItem: (key: string) => kept[name].get(key) ?? null,
      setItem: (key: string, item: string) => kept[name].set(key, item),
    };
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
});
afterEach(() => {
  for (const [name, descriptor] of before) {
    Reflect.deleteProperty(globalThis, name);
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  }
});

describe('how a person wants their devices', () => {
  it('is both on, the defaults, and no saving, as long as nothing was chosen', () => {
    expect(deviceChoices.read()).toEqual(DEFAULTS);
  });

  it('survives a reload', () => {
    deviceChoices.write({ camera: false });
    deviceChoices.write({ speakerId: 'headset', dataSaver: true });
    const chosen = { camera: false, speakerId: 'headset', dataSaver: true };
    expect(deviceChoices.read()).toEqual({ ...DEFAULTS, ...chosen });
  });

  it('keeps which devices for every tab, and whether they are on for this one', () => {
    deviceChoices.write({ microphone: false, microphoneId: 'usb' });
    kept.sessionStorage.clear();
    expect(deviceChoices.read()).toMatchObject({ microphone: true, microphoneId: 'usb' });
  });

  it('keeps for every tab that single keys are not wanted', () => {
    deviceChoices.write({ shortcuts: false });
    deviceChoices.write({ camera: false });
    kept.sessionStorage.clear();
    expect(deviceChoices.read()).toEqual({ ...DEFAULTS, shortcuts: false });
  });

  it('goes back to the default device', () => {
    deviceChoices.write({ microphoneId: 'usb' });
    deviceChoices.write({ microphoneId: undefined });
    expect(deviceChoices.read().microphoneId).toBeUndefined();
  });

  it.each(['{', '[]', '{"microphone":"yes","cameraId":4}'])('is not disturbed by nonsense: %s', (nonsense) => {
    kept.sessionStorage.set('ieum.room-devices', nonsense);
    kept.localStorage.set('ieum.devices', nonsense);
    expect(deviceChoices.read()).toEqual(DEFAULTS);
  });
});
