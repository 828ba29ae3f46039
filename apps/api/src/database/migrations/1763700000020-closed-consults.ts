import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A node that was away from the others looks up what closed meanwhile. */
export class ClosedConsults1763700000020 implements MigrationInterface {
  readonly name = 'ClosedConsults1763700000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX consults_closed ON consults (closed_at) WHERE closed_at IS NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX consults_closed');
  }
}
