import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What browsers tell of their calls: a row a report, told apart by the visit it is of and its place in it. */
export class CallReports1763700000022 implements MigrationInterface {
  readonly name = 'CallReports1763700000022';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE call_reports (
        consult_id uuid NOT NULL REFERENCES consults (id) ON DELETE CASCADE,
        peer_id uuid NOT NULL,
        seq smallint NOT NULL CHECK (seq >= 0),
        side text NOT NULL CHECK (side IN ('student', 'mentor')),
        at timestamptz(3) NOT NULL,
        type text NOT NULL,
        figures jsonb NOT NULL,
        PRIMARY KEY (consult_id, peer_id, seq)
      )`);
    await queryRunner.query('CREATE INDEX call_reports_at ON call_reports (at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE call_reports');
  }
}
