import pg from 'pg';
import { openDatabase } from '../../src/database/data-source';

const TEMPLATE = 'ieum_template';

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function administrate(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A migrated, empty database to copy.
 * @public start-postgres.mjs loads it through Vite, which is no import that a tool could see
 */
export async function makeTemplate(url: string): Promise<void> {
  await administrate(url, `CREATE DATABASE ${TEMPLATE}`);
  const dataSource = await openDatabase(withDatabase(url, TEMPLATE));
  await dataSource.destroy();
}

/** A migrated database of one's own, and how to throw it away. */
export function makeDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return create(`TEMPLATE ${TEMPLATE}`);
}

/** The same without any table. */
export function makeEmptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return create('TEMPLATE template0');
}

async function create(from: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.IEUM_TEST_POSTGRES;
  if (!server) throw new Error('Run these tests with jest.integration.config.mjs.');
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  await administrate(server, `CREATE DATABASE ${name} ${from}`);
  return { url: withDatabase(server, name), drop: () => administrate(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}
