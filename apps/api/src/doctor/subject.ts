import type { ClusterState } from '../cluster/cluster';
import type { Clock } from '../common/clock';
import type { Config } from '../config/config';
import type { DatabaseFacts } from '../database/database-facts';
import type { AddressFacts } from './address-facts';

/** How much of a file system is free, in bytes. */
export interface Space {
  readonly free: number;
  readonly total: number;
}

/** What a check asks of the machine it runs on. */
export abstract class Machine {
  abstract readonly clock: Clock;
  /** Certificates to trust, in PEM, instead of the well-known ones. */
  abstract readonly ca: string | undefined;
  abstract space(folder: string): Promise<Space>;
  abstract memory(): Space;
}

/** Whom the checks are about. */
export interface Subject {
  readonly config: Config;
  readonly machine: Machine;
  /** Resolves to `undefined` where the embedded database does not run; asked once a run. */
  database(): Promise<DatabaseFacts | undefined>;
  /** Of the address that people open; `undefined` where nobody said which that is. Asked once a run. */
  readonly address: { readonly origin: string; facts(): Promise<AddressFacts> } | undefined;
  /** What nodes of this installation listen to. */
  readonly channel: string;
  /** `undefined`: nobody's node, the command. */
  readonly clusterState: ClusterState | undefined;
}
