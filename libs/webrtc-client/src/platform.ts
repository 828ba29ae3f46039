/** Time, in milliseconds. */
export interface Clock {
  /** A number that only grows; its zero means nothing. */
  now(): number;
  /** Calls `callback` once after `delayMs`. Returns the function that cancels it (harmless afterwards). */
  setTimeout(callback: () => void, delayMs: number): () => void;
}

/**
 * PORT. Everything the library needs of a browser. `browserPlatform()` is the default; tests give
 * `fakePlatform()` of `@ieum/webrtc-client/testing`; another runtime can give its own.
 */
export interface Platform {
  /** Whether this page may ask for devices at all (W3C Secure Contexts; https or localhost). */
  readonly isSecureContext: boolean;
  readonly clock: Clock;
  /** May throw a `SyntaxError`/`InvalidAccessError` for ICE servers that make no sense (W3C WebRTC §4.4.1.1). */
  createPeerConnection(config: RTCConfiguration): RTCPeerConnection;
  createMediaStream(): MediaStream;
  /** W3C Media Capture §10.3; rejects with its named errors. */
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** W3C Media Capture §9.2. Labels and ids are empty until permission was given. */
  enumerateDevices(): Promise<MediaDeviceInfo[]>;
  /** Calls `listener` when a device was plugged in or out (W3C Media Capture §9.1). Returns the function that stops it. */
  onDeviceChange(listener: () => void): () => void;
  /** Whether this browser can show a screen at all; phones cannot. */
  readonly canShareScreen: boolean;
  /** W3C Screen Capture §5.1; needs a click, rejects with its named errors. */
  getDisplayMedia(options: DisplayMediaStreamOptions): Promise<MediaStream>;
  /** For measuring a microphone's level (Web Audio). */
  createAudioContext(): AudioContext;
  /** `length` bytes nobody can guess (W3C Web Cryptography §10.1.1). */
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
  /** SHA-256 (FIPS 180-4): 32 bytes. Needs a secure context. */
  sha256(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Calls `listener` when the path to the network may have changed. Returns the function that stops it. */
  onNetworkChange(listener: () => void): () => void;
  /** Calls `listener` when the page may have slept: shown again, thawed (Page Lifecycle). Returns the function that stops it. */
  onWake(listener: () => void): () => void;
}

/** `navigator.connection` (Network Information API, a draft: not in Safari or Firefox, `type` not on every desktop). */
type NetworkInformation = EventTarget & { readonly type?: string };

const networkInformation = (): NetworkInformation | undefined =>
  (navigator as Navigator & { connection?: NetworkInformation }).connection;

/** `undefined` where the page may not use devices: then nothing of them ever changes. */
function listen(target: EventTarget | undefined, event: string, listener: () => void): () => void {
  target?.addEventListener(event, listener);
  return () => target?.removeEventListener(event, listener);
}

/** The browser this page runs in. Reads its globals when called, not when the module is loaded. */
export function browserPlatform(): Platform {
  return {
    get isSecureContext() {
      return globalThis.isSecureContext && navigator.mediaDevices !== undefined;
    },
    clock: {
      now: () => performance.now(),
      setTimeout: (callback, delayMs) => {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    },
    createPeerConnection: (config) => new RTCPeerConnection(config),
    createMediaStream: () => new MediaStream(),
    getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
    enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
    onDeviceChange: (listener) => listen(navigator.mediaDevices, 'devicechange', listener),
    get canShareScreen() {
      return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
    },
    getDisplayMedia: (options) => navigator.mediaDevices.getDisplayMedia(options),
    createAudioContext: () => new AudioContext(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sha256: async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', data)),
    onWake: (listener) => {
      const onVisibility = (): void => void (document.visibilityState === 'visible' && listener());
      const stops = [listen(document, 'visibilitychange', onVisibility), listen(document, 'resume', listener)];
      return () => stops.forEach((stop) => stop());
    },
    onNetworkChange: (listener) => {
      const network = networkInformation();
      let type = network?.type;
      // "change" also fires for every new estimate of bandwidth: only another kind of network counts.
      const onChange = (): void => {
        if (network?.type === type) return;
        type = network?.type;
        listener();
      };
      window.addEventListener('online', listener);
      network?.addEventListener('change', onChange);
      return () => {
        window.removeEventListener('online', listener);
        network?.removeEventListener('change', onChange);
      };
    },
  };
}
