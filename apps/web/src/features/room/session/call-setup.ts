import type { IceServersResponse } from '@ieum/api-contract';
import type { PeerSessionOptions } from '@ieum/webrtc-client';
import { IceConfig } from './ice-config';

export interface CallSetupOptions {
  readonly loadIceServers: () => Promise<IceServersResponse>;
  /** Made once a visit, so that the safety code stays when a connection is replaced. */
  readonly createCertificates: () => Promise<RTCCertificate[] | undefined>;
  /** Whether the person agreed to a call without a relay; survives a reload. */
  readonly directConsent: { read(): boolean; write(agreed: boolean): void };
  /** The server's time, in milliseconds since 1970. */
  readonly serverNow: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Fresh credentials came. */
  readonly onRenewed: (servers: RTCIceServer[]) => void;
  /** Whether the call waits for `agree`. */
  readonly onConsent: (needed: boolean) => void;
  readonly onError: (error: unknown) => void;
}

/** What has to be there before a call can begin: servers, certificates and, where it shows addresses, a person's word. */
export class CallSetup {
  readonly #options: CallSetupOptions;
  readonly #ice: IceConfig;
  #making: Promise<RTCCertificate[] | undefined> | null = null;
  #certificates: RTCCertificate[] | undefined;
  #agreed: () => void = () => undefined;

  constructor(options: CallSetupOptions) {
    this.#options = options;
    const { loadIceServers, serverNow, setTimer, onRenewed, onError } = options;
    this.#ice = new IceConfig({ load: loadIceServers, now: serverNow, setTimer, onRenewed, onError });
  }

  get configuration(): Pick<PeerSessionOptions, 'iceServers' | 'iceTransportPolicy' | 'certificates'> {
    return {
      iceServers: this.#ice.servers,
      iceTransportPolicy: this.#ice.transportPolicy,
      certificates: this.#certificates,
    };
  }

  /** Rejects as `loadIceServers` does; the next call tries again. */
  async load(): Promise<void> {
    this.#making ??= this.#options.createCertificates();
    const [certificates] = await Promise.all([this.#making, this.#ice.ready()]);
    this.#certificates = certificates;
  }

  /** After `load`. Settles at once, unless the call would show addresses that it should hide. */
  async consent(): Promise<void> {
    const { directConsent, onConsent } = this.#options;
    if (!this.#ice.needsConsent || directConsent.read()) return;
    onConsent(true);
    await new Promise<void>((resolve) => (this.#agreed = resolve));
  }

  /** The person agrees to a call without a relay. */
  agree(): void {
    this.#options.directConsent.write(true);
    this.#options.onConsent(false);
    this.#agreed();
  }

  close(): void {
    this.#ice.close();
  }
}
