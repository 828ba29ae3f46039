import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a student's device check came to, while their consult is open. */
export class Readiness1763700000004 implements MigrationInterface {
  readonly name = 'Readiness1763700000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consults
        ADD COLUMN readiness text CHECK (readiness IN ('ready', 'voice-only', 'listen-only', 'relay-failing')),
        ADD CONSTRAINT consults_closed_forget_readiness CHECK (closed_at IS NULL OR readiness IS NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE consults DROP COLUMN readiness');
  }
}
