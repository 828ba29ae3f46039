import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { screenOptions } from './screen-options';
import { screenProblemOf, type ScreenProblem } from './screen-problem';

/** `audio` is whether sound comes with the picture: the person decides in the browser's dialog, if it can at all. */
export type ScreenShareState =
  | { readonly status: 'off' }
  | { readonly status: 'on'; readonly audio: boolean }
  | { readonly status: 'unavailable'; readonly problem: ScreenProblem };

/** The one event of `ScreenShare`, with its payload. */
export interface ScreenShareEvents {
  change: ScreenShareState;
}

/** What a `PeerSession` needs of a `ScreenShare`. */
export type ScreenSource = Pick<ScreenShare, 'stream' | 'state' | 'on'>;

/** A screen, window or tab that the person shows. One object serves any number of `PeerSession`s. */
export class ScreenShare {
  /** At most one picture and one sound: one object for a `<video>` (muted!), whose tracks come and go. */
  readonly stream: MediaStream;
  readonly #platform: Platform;
  readonly #events = new TypedEmitter<ScreenShareEvents>();
  #state: ScreenShareState;
  #starting: Promise<ScreenShareState> | undefined;
  /** Counts what was decided, so that what the dialog gives too late is not taken. */
  #decision = 0;
  #closed = false;

  constructor({ platform = browserPlatform() }: { platform?: Platform | undefined } = {}) {
    this.#platform = platform;
    this.stream = platform.createMediaStream();
    this.#state = platform.canShareScreen ? { status: 'off' } : { status: 'unavailable', problem: 'unsupported' };
  }

  /** `unsupported` from the start where the browser has no screen to show, as on phones. */
  get state(): ScreenShareState {
    return this.#state;
  }

  /** Calls `listener` after every change, also when the person stops it in the browser's own bar. Returns its stop. */
  on<K extends keyof ScreenShareEvents>(event: K, listener: (payload: ScreenShareEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /**
   * Asks the person what to show. Has to be called in the turn of a click (transient activation, W3C Screen Capture §5.1).
   * Called again while something is shown, it asks for another screen and keeps the present one until then. Never
   * rejects: the state says what came of it.
   */
  start({ audio = false }: { audio?: boolean } = {}): Promise<ScreenShareState> {
    if (this.#closed || !this.#platform.canShareScreen) return Promise.resolve(this.#state);
    this.#starting ??= this.#ask(audio, (this.#decision += 1));
    return this.#starting;
  }

  /** Ends it, also a dialog's answer still to come. Whatever went wrong before is forgotten. */
  stop(): void {
    this.#decision += 1;
    this.#starting = undefined;
    this.#release();
    if (this.#platform.canShareScreen && this.#state.status !== 'off') this.#put({ status: 'off' });
  }

  /** Stops it and forgets every listener. For good; idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.stop();
    this.#events.clear();
  }

  async #ask(audio: boolean, decision: number): Promise<ScreenShareState> {
    try {
      const shown = await this.#platform.getDisplayMedia(screenOptions(audio));
      if (decision === this.#decision) this.#show(shown);
      else for (const track of shown.getTracks()) track.stop();
    } catch (error) {
      const isCurrent = decision === this.#decision;
      if (isCurrent && this.#state.status !== 'on')
        this.#put({ status: 'unavailable', problem: screenProblemOf(error) });
    }
    if (decision === this.#decision) this.#starting = undefined;
    return this.#state;
  }

  #show(shown: MediaStream): void {
    const [picture] = shown.getVideoTracks();
    const [sound] = shown.getAudioTracks();
    const former = this.#detach();
    if (picture) {
      // Text has to stay readable: when the line is bad, rather fewer pictures than blurred ones (W3C mst-content-hint).
      picture.contentHint = 'detail';
      this.#attach(picture);
    }
    if (sound) this.#attach(sound);
    this.#put({ status: 'on', audio: sound !== undefined });
    for (const track of former) track.stop(); // not before those who send it were told of the other
  }

  #attach(track: MediaStreamTrack): void {
    track.addEventListener('ended', this.#onEnded);
    this.stream.addTrack(track);
  }

  /** The person stopped it in the browser, closed the window, or only the sound went. */
  readonly #onEnded = ({ target }: Event): void => {
    const [sound] = this.stream.getAudioTracks();
    if (!sound || target !== sound) return this.stop();
    sound.removeEventListener('ended', this.#onEnded);
    this.stream.removeTrack(sound);
    this.#put({ status: 'on', audio: false });
  };

  #detach(): MediaStreamTrack[] {
    const tracks = this.stream.getTracks();
    for (const track of tracks) {
      track.removeEventListener('ended', this.#onEnded);
      this.stream.removeTrack(track);
    }
    return tracks;
  }

  #release(): void {
    for (const track of this.#detach()) track.stop();
  }

  #put(state: ScreenShareState): void {
    this.#state = state;
    this.#events.emit('change', state);
  }
}
