import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text of recordings. It goes with its recording. */
export class Transcripts1763700000026 implements MigrationInterface {
  readonly name = 'Transcripts1763700000026';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE transcripts (
        recording_id uuid PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'done', 'no-speech', 'failed')),
        text text NOT NULL DEFAULT '',
        words jsonb NOT NULL DEFAULT '[]',
        failure text,
        asked_at timestamptz(3) NOT NULL DEFAULT now(),
        CHECK ((status = 'failed') = (failure IS NOT NULL)),
        CHECK (status = 'done' OR text = '')
      )`);
    await queryRunner.query(`CREATE INDEX transcripts_waiting ON transcripts (asked_at) WHERE status = 'waiting'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE transcripts');
  }
}
