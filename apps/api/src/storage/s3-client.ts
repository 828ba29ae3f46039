import type * as Sdk from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import type { S3Settings } from '../config/object-settings';
import { s3FaultOf } from './s3-faults';
import { storeUnavailable } from './storage.errors';

/** How long a store is waited for. */
export interface Patience {
  readonly connectMs: number;
  /** For one try, with what it sends. */
  readonly requestMs: number;
  readonly tries: number;
  /** For all of them together. */
  readonly inAllMs: number;
  /** Of a body that is being read and does not go on. */
  readonly idleMs: number;
}

export const PATIENCE: Patience = {
  connectMs: 2_000,
  requestMs: 15_000,
  tries: 3,
  inAllMs: 30_000,
  idleMs: 60_000,
};

interface Loaded {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.S3Client;
}

/** The SDK's client, loaded with the first request: who has no S3 pays nothing for it. */
export class LazyS3Client {
  private readonly logger = new Logger('ObjectStore');
  private loading: Promise<Loaded> | undefined;

  constructor(
    private readonly settings: S3Settings,
    private readonly patience: Patience,
    private readonly endpoint = settings.endpoint,
  ) {}

  /**
   * What the store answers to what `ask` sends.
   * @throws `server/unavailable` where it does not; `accept` gives an answer of its own for an error, or throws another
   */
  async send<T>(
    ask: (client: Sdk.S3Client, sdk: typeof Sdk, options: { abortSignal: AbortSignal }) => Promise<T>,
    accept?: (error: unknown) => T | undefined,
  ): Promise<T> {
    const { client, sdk } = await this.load();
    // Only until the answer begins: a body that goes on is not cut off.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.patience.inAllMs);
    try {
      return await ask(client, sdk, { abortSignal: abort.signal });
    } catch (error) {
      const accepted = accept?.(error);
      if (accepted !== undefined) return accepted;
      const fault = s3FaultOf(error);
      this.logger.error(`The object store cannot be used: ${fault.kind} (${fault.code}).`);
      throw storeUnavailable(fault);
    } finally {
      clearTimeout(timer);
    }
  }

  load(): Promise<Loaded> {
    return (this.loading ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: this.make(sdk) })));
  }

  private make(sdk: typeof Sdk): Sdk.S3Client {
    const { region, accessKeyId, secretAccessKey } = this.settings;
    const { connectMs, requestMs, tries, idleMs } = this.patience;
    return new sdk.S3Client({
      endpoint: this.endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // A name of its own for each bucket is what stores of one machine do not have.
      forcePathStyle: true,
      maxAttempts: tries,
      // We give a hash with everything we send; more than that not every store understands.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: connectMs,
        requestTimeout: requestMs,
        throwOnRequestTimeout: true,
        socketTimeout: idleMs,
      },
    });
  }
}
