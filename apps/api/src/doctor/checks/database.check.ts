import type { DoctorFinding, DoctorReason } from '@ieum/api-contract';
import type { DatabaseFacts } from '../../database/database-facts';
import { codeOf, type DoctorCheck, finding, when } from '../check';
import type { Subject } from '../subject';

const OLDEST_VERSION = 150_000;
const SLOW_MS = 50;
/** Two nodes more could still come. */
const FEW_CONNECTIONS = 10;

/** invalid_authorization_specification, invalid_password, invalid_catalog_name, insufficient_privilege. */
const REFUSALS = ['28000', '28P01', '3D000', '42501'];

export class DatabaseCheck implements DoctorCheck {
  readonly name = 'database';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    let facts: DatabaseFacts | undefined;
    try {
      facts = await this.subject.database();
    } catch (error) {
      const code = codeOf(error);
      const refused = code !== undefined && REFUSALS.includes(code);
      return [finding(this.name, [refused ? 'database-refused' : 'database-unreachable'], { code })];
    }
    if (!facts) return [finding(this.name, ['database-not-started'])];
    const { version, tookMs, sizeMb, freeConnections, missingMigrations, writeRefusedWith: code } = facts;
    const figures = { version, tookMs, sizeMb, freeConnections, missingMigrations, code };
    return [finding(this.name, reasonsOf(facts), figures)];
  }
}

function reasonsOf(facts: DatabaseFacts): DoctorReason[] {
  return [
    ...when(facts.versionNumber < OLDEST_VERSION, 'database-too-old'),
    ...when(facts.missingMigrations > 0, 'database-behind'),
    ...when(facts.writeRefusedWith !== undefined, 'database-read-only'),
    ...when(facts.tookMs > SLOW_MS, 'database-slow'),
    ...when(facts.freeConnections < FEW_CONNECTIONS, 'database-connections-low'),
  ];
}
