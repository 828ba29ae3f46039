import type { IceServersResponse } from '@ieum/api-contract';
import { browserPlatform } from '@ieum/webrtc-client';
import type { IceConfiguration, Platform } from '@ieum/webrtc-client';
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
  /** Default: this browser's. */
  readonly platform?: Pick<Platform, 'onWake' | 'onNetworkChange'>;
  /** Fresh credentials came, and running calls may use them: where they show addresses, the person has agreed. */
  readonly onRenewed: (configuration: IceConfiguration) => void;
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
  /** Those who wait for the person's word; `null` while nobody asked for it. */
  #asking: (() => void)[] | null = null;

  constructor(options: CallSetupOptions) {
    this.#options = options;
    const { loadIceServers, directConsent, serverNow, setTimer, platform = browserPlatform(), onError } = options;
    this.#ice = new IceConfig({
      load: loadIceServers,
      now: serverNow,
      setTimer,
      onWake: (listener) => {
        const stops = [platform.onWake(listener), platform.onNetworkChange(listener)];
        return () => stops.forEach((stop) => stop());
      },
      agreed: () => directConsent.read(),
      onRenewed: () => this.#renewed(),
      onError,
    });
  }

  get configuration(): IceConfiguration {
    return { iceServers: this.#ice.servers, iceTransportPolicy: this.#ice.transportPolicy };
  }

  /** Undefined before `certify`, and where each connection makes its own. */
  get certificates(): RTCCertificate[] | undefined {
    return this.#certificates;
  }

  /** Makes the certificates of this visit's calls, once. */
  async certify(): Promise<void> {
    this.#making ??= this.#options.createCertificates();
    this.#certificates = await this.#making;
  }

  /** Rejects as `loadIceServers` does; the next call tries again. */
  async load(): Promise<void> {
    await Promise.all([this.certify(), this.#ice.ready()]);
  }

  /** After `load`. Settles at once, unless the call would show addresses that it should hide. */
  async consent(): Promise<void> {
    if (!this.#ice.needsConsent) return;
    const asking = this.#ask();
    await new Promise<void>((resolve) => asking.push(resolve));
  }

  /** The person agrees to a call without a relay. */
  agree(): void {
    this.#options.directConsent.write(true);
    this.#renewed();
  }

  close(): void {
    this.#ice.close();
  }

  /** Running calls keep what they have until the person agreed: no renewal may show an address by itself. */
  #renewed(): void {
    if (this.#ice.needsConsent) return void this.#ask();
    this.#settle();
    this.#options.onRenewed(this.configuration);
  }

  #ask(): (() => void)[] {
    if (!this.#asking) {
      this.#asking = [];
      this.#options.onConsent(true);
    }
    return this.#asking;
  }

  /** The question is answered, or does not matter any more. */
  #settle(): void {
    const asking = this.#asking;
    if (!asking) return;
    this.#asking = null;
    this.#options.onConsent(false);
    for (const goOn of asking) goOn();
  }
}
