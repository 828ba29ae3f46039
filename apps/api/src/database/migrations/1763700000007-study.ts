import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes after the lesson: a document closes when the student deletes a part of it, a draft remembers which of the
 * document's corrections were taken out of it, and corrections are practised.
 */
export class Study1763700000007 implements MigrationInterface {
  readonly name = 'Study1763700000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE documents ADD COLUMN closed_at timestamptz(3)`);
    await queryRunner.query(`ALTER TABLE feedbacks ADD COLUMN dismissed jsonb NOT NULL DEFAULT '[]'::jsonb`);
    await queryRunner.query(`
      ALTER TABLE feedbacks ADD CONSTRAINT feedbacks_only_drafts_dismiss CHECK (
        status = 'draft' OR dismissed = '[]'::jsonb
      )`);
    await queryRunner.query(`
      CREATE TABLE practice_cards (
        consult_id uuid NOT NULL REFERENCES feedbacks (consult_id) ON DELETE CASCADE,
        position smallint NOT NULL CHECK (position BETWEEN 0 AND 199),
        box smallint NOT NULL CHECK (box BETWEEN 1 AND 5),
        due_at timestamptz(3) NOT NULL,
        PRIMARY KEY (consult_id, position)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE practice_cards');
    await queryRunner.query('ALTER TABLE feedbacks DROP CONSTRAINT feedbacks_only_drafts_dismiss');
    await queryRunner.query('ALTER TABLE feedbacks DROP COLUMN dismissed');
    await queryRunner.query('ALTER TABLE documents DROP COLUMN closed_at');
  }
}
