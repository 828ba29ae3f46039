import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The offer that a waiting student's tab left for the mentor who will accept; it goes with the wait. `json`, since it is
 * handed over as it came: `jsonb` refuses some strings.
 */
export class EarlyOffer1763700000005 implements MigrationInterface {
  readonly name = 'EarlyOffer1763700000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consults
        ADD COLUMN early_offer json,
        ADD CONSTRAINT consults_only_waiting_offer CHECK (status = 'waiting' OR early_offer IS NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE consults DROP COLUMN early_offer');
  }
}
