import type { DoctorReport } from '@ieum/api-contract';
import { clusterName } from '../cluster/cluster-name';
import type { ClusterState } from '../cluster/cluster';
import type { Config } from '../config/config';
import { readDatabaseFacts } from '../database/database-facts';
import { readAddressFacts } from './address-facts';
import { WAIT_WITHIN_MS } from './check';
import { AddressCheck } from './checks/address.check';
import { CertificateCheck } from './checks/certificate.check';
import { ClockCheck } from './checks/clock.check';
import { DatabaseCheck } from './checks/database.check';
import { DiskCheck } from './checks/disk.check';
import { MemoryCheck } from './checks/memory.check';
import { NotNeededCheck } from './checks/not-needed.check';
import { ObjectStoreCheck } from './checks/object-store.check';
import { RelayCheck } from './checks/relay.check';
import { SpeechCheck } from './checks/speech.check';
import { ValkeyCheck } from './checks/valkey.check';
import { type OnBroken, runChecks } from './run-checks';
import type { Machine, Subject } from './subject';

export interface Patient {
  readonly config: Config;
  readonly machine: Machine;
  /** `undefined`: the embedded database, which does not run. */
  readonly databaseUrl: string | undefined;
  readonly jwtSecret: string;
  /** `undefined`: nobody's node, the command. */
  readonly clusterState: ClusterState | undefined;
  readonly onBroken: OnBroken;
}

/** Looks at everything once. Never rejects, and takes about five seconds at most. */
export function examine(patient: Patient): Promise<DoctorReport> {
  const subject = subjectOf(patient);
  const checks = [
    new DatabaseCheck(subject),
    new ValkeyCheck(subject),
    new RelayCheck(subject),
    new ClockCheck(subject),
    new CertificateCheck(subject),
    new AddressCheck(subject),
    new DiskCheck(subject),
    new MemoryCheck(subject),
    new SpeechCheck(subject),
    new NotNeededCheck('mail'),
    new ObjectStoreCheck(subject),
  ];
  return runChecks(checks, patient.machine.clock, patient.onBroken);
}

function subjectOf({ config, machine, databaseUrl, jwtSecret, clusterState }: Patient): Subject {
  const origin = originOf(config);
  return {
    config,
    machine,
    database: once(() => (databaseUrl ? readDatabaseFacts(databaseUrl, WAIT_WITHIN_MS) : Promise.resolve(undefined))),
    address: origin === undefined ? undefined : { origin, facts: once(() => readAddressFacts(origin, machine.ca)) },
    channel: clusterName(jwtSecret),
    clusterState,
  };
}

/** What people open: the name that the proxy serves, or the first address that may connect. */
function originOf({ domain, publicOrigins }: Config): string | undefined {
  if (domain === undefined || domain === 'localhost') return publicOrigins[0];
  return `https://${domain}`;
}

/** Two checks ask for it, and it is read for both. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
