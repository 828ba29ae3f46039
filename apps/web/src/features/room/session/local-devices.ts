import type {
  DeviceChangeResult,
  DeviceList,
  DeviceLists,
  DeviceName,
  LocalMedia,
  LocalMediaState,
  Processing,
  ScreenShare,
  ScreenShareState,
  TalkingWhileMuted,
} from '@ieum/webrtc-client';
import type { DeviceChoices, DeviceChoiceStore } from '../../../shared/lib/device-choices';
import { deviceNews, speakerNews } from './device-news';
import type { DeviceNews } from './device-news';

/** What is used of the library's objects, so that specs can give others. */
export interface DeviceParts {
  readonly media: Pick<
    LocalMedia,
    | 'open'
    | 'setMicrophone'
    | 'setCamera'
    | 'selectMicrophone'
    | 'selectCamera'
    | 'setProcessing'
    | 'stream'
    | 'state'
    | 'on'
    | 'close'
  >;
  readonly screen: Pick<ScreenShare, 'start' | 'stop' | 'stream' | 'state' | 'on' | 'close'>;
  readonly list: Pick<DeviceList, 'lists' | 'refresh' | 'on' | 'close'>;
  readonly talking: Pick<TalkingWhileMuted, 'talking' | 'on' | 'close'>;
}

export interface LocalDevicesOptions extends DeviceParts {
  readonly choices: DeviceChoiceStore;
  /** Whether the screen is shown in this room; survives a reload. */
  readonly sharing: { read(): boolean; write(on: boolean): void };
  readonly onChange: (view: LocalView) => void;
  readonly onError: (error: unknown) => void;
}

/** One's own devices, as the screen needs them. */
export interface LocalView {
  readonly state: LocalMediaState;
  /** The self-view. */
  readonly stream: MediaStream;
  readonly screen: ScreenShareState;
  /** What one shows of one's screen. */
  readonly screenStream: MediaStream;
  /** A reload ended what was shown; only a click can show it again. */
  readonly canShareAgain: boolean;
  readonly lists: DeviceLists;
  /** For `setSinkId`; undefined for the default, also while the chosen one is unplugged. */
  readonly speakerId: string | undefined;
  readonly isTalkingWhileMuted: boolean;
  /** The last thing that happened to a device by itself. */
  readonly news: DeviceNews | null;
}

/** A person's microphone, camera, speaker and screen in a room, as they chose them, here or before a reload. */
export class LocalDevices {
  readonly #options: LocalDevicesOptions;
  readonly #stops: (() => void)[] = [];
  #view: LocalView;

  constructor(options: LocalDevicesOptions) {
    this.#options = options;
    const { media, screen, list, talking } = options;
    this.#view = {
      state: media.state,
      stream: media.stream,
      screen: screen.state,
      screenStream: screen.stream,
      canShareAgain: screen.state.status === 'off' && options.sharing.read(),
      lists: list.lists,
      speakerId: this.#speakerAmong(list.lists),
      isTalkingWhileMuted: talking.talking,
      news: null,
    };
  }

  get view(): LocalView {
    return this.#view;
  }

  /** Opens what the person wants open. */
  start(): void {
    const { media, screen, list, talking, choices, onError } = this.#options;
    this.#stops.push(
      media.on('change', (state) => this.#mediaChanged(state)),
      screen.on('change', (state) => this.#screenChanged(state)),
      list.on('change', (lists) => this.#listsChanged(lists)),
      talking.on('talking', (isTalkingWhileMuted) => this.#update({ isTalkingWhileMuted })),
    );
    // The list may have been made long before, and has been looked at meanwhile.
    this.#update({ lists: list.lists, speakerId: this.#speakerAmong(list.lists) });
    const { microphone, camera, microphoneId, cameraId } = choices.read();
    const ids = { ...(microphoneId && { microphoneId }), ...(cameraId && { cameraId }) };
    media.open({ microphone, camera, ...ids }).catch(onError);
  }

  setMicrophone(on: boolean): void {
    this.#options.choices.write({ microphone: on });
    this.#options.media.setMicrophone(on).catch(this.#options.onError);
  }

  setCamera(on: boolean): void {
    this.#options.choices.write({ camera: on });
    this.#options.media.setCamera(on).catch(this.#options.onError);
  }

  selectMicrophone(id: string): void {
    this.#choose('microphone', this.#options.media.selectMicrophone(id), () => ({ microphoneId: id }));
  }

  selectCamera(id: string): void {
    this.#choose('camera', this.#options.media.selectCamera(id), () => ({ cameraId: id }));
  }

  /** Empty for the system's default. */
  selectSpeaker(id: string): void {
    this.#options.choices.write({ speakerId: id === '' ? undefined : id });
    this.#update({ speakerId: this.#speakerAmong(this.#view.lists), news: null });
  }

  setProcessing(changes: Partial<Processing>): void {
    const { media } = this.#options;
    this.#choose('microphone', media.setProcessing(changes), () => ({ processing: media.state.processing }));
  }

  /** To be called in the turn of a click. */
  shareScreen(): void {
    this.#update({ canShareAgain: false });
    this.#options.screen.start({ audio: true }).catch(this.#options.onError);
  }

  stopSharing(): void {
    this.#options.screen.stop();
  }

  /** The person has read the news, or does not want to share again. */
  dismiss(what: 'news' | 'canShareAgain'): void {
    if (what === 'news') return this.#update({ news: null });
    this.#options.sharing.write(false);
    this.#update({ canShareAgain: false });
  }

  /** Releases everything. */
  close(): void {
    const { media, screen, list, talking, sharing } = this.#options;
    if (screen.state.status === 'on') sharing.write(false);
    for (const stop of this.#stops.splice(0)) stop();
    talking.close();
    screen.close();
    list.close();
    media.close();
  }

  /** Keeps a choice that could be carried out, and tells of one that could not. */
  #choose(device: DeviceName, carriedOut: Promise<DeviceChangeResult>, choice: () => Partial<DeviceChoices>): void {
    const { choices, onError } = this.#options;
    carriedOut
      .then((result) => {
        if (result.done) {
          choices.write(choice());
          this.#update({ news: null });
        } else if (result.problem !== 'closed') {
          this.#update({ news: { kind: 'refused', device, problem: result.problem } });
        }
      })
      .catch(onError);
  }

  #mediaChanged(state: LocalMediaState): void {
    const before = this.#view.state.inUse;
    const news =
      deviceNews('microphone', before, state.inUse) ?? deviceNews('camera', before, state.inUse) ?? this.#view.news;
    this.#update({ state, news });
    // Names and ids are known once permission was given.
    void this.#options.list.refresh();
  }

  #screenChanged(screen: ScreenShareState): void {
    this.#options.sharing.write(screen.status === 'on');
    this.#update({ screen });
  }

  #listsChanged(lists: DeviceLists): void {
    const { speakerId } = this.#options.choices.read();
    const news = speakerNews(speakerId, this.#view.lists.speakers, lists.speakers) ?? this.#view.news;
    this.#update({ lists, speakerId: this.#speakerAmong(lists), news });
  }

  #speakerAmong({ speakers }: DeviceLists): string | undefined {
    const { speakerId } = this.#options.choices.read();
    return speakers.some(({ id }) => id === speakerId) ? speakerId : undefined;
  }

  #update(change: Partial<LocalView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.onChange(this.#view);
  }
}
