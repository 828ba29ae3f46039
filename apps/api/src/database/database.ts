import type { Pool, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * SQL straight to TypeORM's own connection pool, as prepared statements: planned once per connection, and without the
 * query runner that TypeORM makes for each query (measured: a third of the CPU of a list of 20 rows). Statements are
 * told apart by their text, so the text must be one of a few, with every value as a parameter.
 */
export class Database {
  private readonly names = new Map<string, string>();

  constructor(private readonly dataSource: DataSource) {}

  /** The rows that a SELECT or a RETURNING gives. Errors are the driver's own (`pg.DatabaseError`). */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.run<Row>(text, values)).rows;
  }

  /** How many rows a write has changed. */
  async execute(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(text, values)).rowCount ?? 0;
  }

  private run<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<QueryResult<Row>> {
    return this.pool.query<Row>({ name: this.nameOf(text), text, values: [...values] });
  }

  private nameOf(text: string): string {
    let name = this.names.get(text);
    if (!name) {
      name = `ieum_${this.names.size}`;
      this.names.set(text, name);
    }
    return name;
  }

  private get pool(): Pool {
    const { driver } = this.dataSource;
    if (!(driver instanceof PostgresDriver)) throw new TypeError('Ieum speaks to PostgreSQL only.');
    return driver.master as Pool;
  }
}
