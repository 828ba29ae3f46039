import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays after a consult. A deleted feedback leaves an empty row, so that it cannot be written again. */
export class Feedback1763700000003 implements MigrationInterface {
  readonly name = 'Feedback1763700000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feedbacks (
        consult_id uuid PRIMARY KEY REFERENCES consults (id) ON DELETE CASCADE,
        status text NOT NULL CHECK (status IN ('draft', 'sent', 'deleted')),
        version integer NOT NULL CHECK (version >= 1),
        summary text NOT NULL,
        practice text NOT NULL,
        corrections jsonb NOT NULL,
        rating smallint CHECK (rating BETWEEN 1 AND 5),
        thanks text NOT NULL DEFAULT '',
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        sent_at timestamptz(3),
        CONSTRAINT feedbacks_sent CHECK (status <> 'sent' OR sent_at IS NOT NULL),
        CONSTRAINT feedbacks_deleted_is_empty CHECK (
          status <> 'deleted'
          OR (summary = '' AND practice = '' AND corrections = '[]'::jsonb AND thanks = '' AND rating IS NULL)
        )
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedbacks');
  }
}
