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
  /** Calls `listener` when the path to the network may have changed. Returns the function that stops it. */
  onNetworkChange(listener: () => void): () => void;
}

/** `navigator.connection` (Network Information API, a draft: not in Safari or Firefox, `type` not on every desktop). */
type NetworkInformation = EventTarget & { readonly type?: string };

const networkInformation = (): NetworkInformation | undefined =>
  (navigator as Navigator & { connection?: NetworkInformation }).connection;

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
