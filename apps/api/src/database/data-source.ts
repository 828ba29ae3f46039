import { DataSource } from 'typeorm';
import { BadSetting } from '../config/config';
import { MentorProfileEntity } from '../mentors/mentor-profile.entity';
import { UserEntity } from '../users/user.entity';
import { migrations } from './migrations';

/** Any constant will do, as long as every node of Ieum takes the same lock. */
const MIGRATION_LOCK = 1_763_700_000;

/** Connects, and brings the tables up to date while no other node does. @throws BadSetting when nobody answers */
export async function openDatabase(url: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [UserEntity, MentorProfileEntity],
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: 5,
    connectTimeoutMS: 10_000,
    extra: { statement_timeout: 10_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 10_000 },
  });
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new BadSetting(`The database does not answer (${reasonOf(cause)}): start PostgreSQL, or mend DATABASE_URL.`, {
      cause,
    });
  }
  await migrate(dataSource);
  return dataSource;
}

/** One node at a time, under an advisory lock; the others wait and find the work done. */
async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SET lock_timeout = 0');
    await lock.query('SET statement_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.query('RESET ALL');
    await lock.release();
  }
}

/** The driver's reason without the address, which may carry the password. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return 'no reason was given';
}
