import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { devicesOf, listDevices, type ListedDevice } from './listed-devices';

/** What there is to choose from, each device once, the system's default one first where the browser tells it. */
export interface DeviceLists {
  readonly microphones: readonly ListedDevice[];
  readonly cameras: readonly ListedDevice[];
  /** For `HTMLMediaElement.setSinkId`. Empty in browsers that leave this to the system, as on phones. */
  readonly speakers: readonly ListedDevice[];
}

/** The one event of `DeviceList`, with its payload. */
export interface DeviceListEvents {
  change: DeviceLists;
}

const NONE: DeviceLists = { microphones: [], cameras: [], speakers: [] };

/** The devices of this computer, for menus. Looks when constructed, and whenever one is plugged in or out. */
export class DeviceList {
  readonly #platform: Platform;
  readonly #events = new TypedEmitter<DeviceListEvents>();
  readonly #stopListening: () => void;
  #lists = NONE;
  #looks = 0;
  #closed = false;

  constructor({ platform = browserPlatform() }: { platform?: Platform | undefined } = {}) {
    this.#platform = platform;
    this.#stopListening = platform.onDeviceChange(() => void this.refresh());
    void this.refresh();
  }

  /** As last looked at; a new object after every change. Empty until the first look is done. */
  get lists(): DeviceLists {
    return this.#lists;
  }

  /** Calls `listener` when the lists are others than before. Returns the function that stops it. */
  on<K extends keyof DeviceListEvents>(event: K, listener: (payload: DeviceListEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /** Looks again: after permission was given, when names and ids become known. Never rejects. */
  async refresh(): Promise<DeviceLists> {
    const look = (this.#looks += 1);
    const listed = await listDevices(this.#platform);
    // An earlier look that ends later knows less.
    if (this.#closed || look !== this.#looks || !listed) return this.#lists;
    const lists = {
      microphones: devicesOf(listed, 'audioinput'),
      cameras: devicesOf(listed, 'videoinput'),
      speakers: devicesOf(listed, 'audiooutput'),
    };
    if (JSON.stringify(lists) === JSON.stringify(this.#lists)) return this.#lists;
    this.#lists = lists;
    this.#events.emit('change', lists);
    return lists;
  }

  /** Stops looking, and forgets every listener. For good; idempotent. */
  close(): void {
    this.#closed = true;
    this.#stopListening();
    this.#events.clear();
  }
}
