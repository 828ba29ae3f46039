import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the erasure of an account needs. `kept_hours`: a mentor's time with somebody who is gone, and nothing of whom.
 * `erased_sessions`: so that tokens of a gone account are refused for as long as they would work. `erasures`: what the
 * operator's command asks of a running server; a row goes with its user.
 */
export class Keep1763700000023 implements MigrationInterface {
  readonly name = 'Keep1763700000023';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kept_hours (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        mentor_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        closed_at timestamptz(3) NOT NULL,
        seconds integer NOT NULL CHECK (seconds >= 0)
      )`);
    await queryRunner.query('CREATE INDEX kept_hours_of_mentor ON kept_hours (mentor_id)');
    await queryRunner.query(`
      CREATE TABLE erased_sessions (
        id uuid PRIMARY KEY,
        ended_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await queryRunner.query('CREATE INDEX erased_sessions_ended ON erased_sessions (ended_at)');
    await queryRunner.query(`
      CREATE TABLE erasures (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        asked_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE erasures');
    await queryRunner.query('DROP TABLE erased_sessions');
    await queryRunner.query('DROP TABLE kept_hours');
  }
}
