import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which script and takes a request for help carries: links alone, gone with either side. */
export class CarriedPractice1763700000027 implements MigrationInterface {
  readonly name = 'CarriedPractice1763700000027';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE consult_practice (
        consult_id uuid PRIMARY KEY REFERENCES consults (id) ON DELETE CASCADE,
        script_id uuid NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
        shown_before boolean NOT NULL
      )`);
    await queryRunner.query('CREATE INDEX consult_practice_of_script ON consult_practice (script_id)');
    await queryRunner.query(`
      CREATE TABLE consult_takes (
        consult_id uuid NOT NULL REFERENCES consult_practice (consult_id) ON DELETE CASCADE,
        recording_id uuid NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        PRIMARY KEY (consult_id, recording_id)
      )`);
    await queryRunner.query('CREATE INDEX consult_takes_of_recording ON consult_takes (recording_id)');
    await setOrigins(queryRunner, ['kept', 'before-restore', 'before-correction']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE script_versions SET origin = 'kept' WHERE origin = 'before-correction'`);
    await setOrigins(queryRunner, ['kept', 'before-restore']);
    await queryRunner.query('DROP TABLE consult_takes');
    await queryRunner.query('DROP TABLE consult_practice');
  }
}

async function setOrigins(queryRunner: QueryRunner, origins: readonly string[]): Promise<void> {
  const words = origins.map((origin) => `'${origin}'`).join(', ');
  await queryRunner.query(`
    ALTER TABLE script_versions DROP CONSTRAINT script_versions_origin_check,
      ADD CONSTRAINT script_versions_origin_check CHECK (origin IN (${words}))`);
}
