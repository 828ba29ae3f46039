import { DeviceList, LocalMedia, ScreenShare, TalkingWhileMuted } from '@ieum/webrtc-client';
import type { FakePlatform } from '@ieum/webrtc-client/testing';
import { fakePlatform } from '@ieum/webrtc-client/testing';
import type { DeviceChoices, DeviceChoiceStore } from '../../../../shared/lib/device-choices';
import { LocalDevices } from '../local-devices';
import type { DeviceParts, LocalView } from '../local-devices';

export const HEADSET = { kind: 'audioinput', deviceId: 'headset', label: 'Headset', groupId: 'h' } as const;
const BUILT_IN = { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in', groupId: 'b' } as const;
const WEBCAM = { kind: 'videoinput', deviceId: 'webcam', label: 'Webcam', groupId: 'w' } as const;
const SPEAKERS = { kind: 'audiooutput', deviceId: 'speakers', label: 'Speakers', groupId: 'b' } as const;
export const EARPHONES = { kind: 'audiooutput', deviceId: 'earphones', label: 'Earphones', groupId: 'h' } as const;

/** The library's own objects over a browser without a browser. */
export function deviceParts(platform: FakePlatform): DeviceParts {
  const media = new LocalMedia({ platform });
  return {
    media,
    screen: new ScreenShare({ platform }),
    list: new DeviceList({ platform }),
    talking: new TalkingWhileMuted({ media, platform }),
  };
}

/** What a person chose, for as long as the spec lasts. */
export class KeptChoices implements DeviceChoiceStore {
  #kept: DeviceChoices = {
    microphone: true,
    camera: true,
    microphoneId: undefined,
    cameraId: undefined,
    speakerId: undefined,
    processing: undefined,
    dataSaver: false,
    shortcuts: true,
  };

  constructor(change: Partial<DeviceChoices> = {}) {
    this.write(change);
  }

  read(): DeviceChoices {
    return this.#kept;
  }

  write(change: Partial<DeviceChoices>): void {
    this.#kept = { ...this.#kept, ...change };
  }
}

/** For specs: a person's devices in a room, and what becomes of them. */
export class DeviceWorld {
  readonly platform = fakePlatform();
  readonly choices = new KeptChoices();
  readonly errors: unknown[] = [];
  readonly views: LocalView[] = [];
  sharing = false;

  constructor() {
    this.platform.listed = [BUILT_IN, HEADSET, WEBCAM, SPEAKERS, EARPHONES];
  }

  /** A visit of the room; another one is another load of the page. */
  visit(): LocalDevices {
    return new LocalDevices({
      ...deviceParts(this.platform),
      choices: this.choices,
      sharing: { read: () => this.sharing, write: (on) => void (this.sharing = on) },
      onChange: (view) => this.views.push(view),
      onError: (error) => this.errors.push(error),
    });
  }
}
