import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whole exams in one go. A take is named before its recording has arrived, so `takes` refers to no row; what is read of it is
 * joined with its owner's recordings. One that was begun and given up stays in there and harms nobody.
 */
export class Exams1763700000029 implements MigrationInterface {
  readonly name = 'Exams1763700000029';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE exams (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        topics text[] NOT NULL,
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 6),
        level_after smallint CHECK (level_after BETWEEN 1 AND 6),
        total smallint NOT NULL CHECK (total > 0),
        position smallint NOT NULL DEFAULT 1 CHECK (position BETWEEN 1 AND total),
        started_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        CHECK (ends_at > started_at AND finished_at <= ends_at)
      )`);
    await queryRunner.query('CREATE UNIQUE INDEX exams_one_open ON exams (user_id) WHERE finished_at IS NULL');
    await queryRunner.query('CREATE INDEX exams_of_user ON exams (user_id, started_at DESC, id DESC)');
    await queryRunner.query(`
      CREATE TABLE exam_questions (
        exam_id uuid NOT NULL REFERENCES exams (id) ON DELETE CASCADE,
        number smallint NOT NULL CHECK (number > 0),
        part text NOT NULL,
        question_id uuid NOT NULL REFERENCES questions (id),
        listens uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(listens) <= 2),
        takes uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(takes) <= 50),
        PRIMARY KEY (exam_id, number),
        UNIQUE (exam_id, question_id)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE exam_questions');
    await queryRunner.query('DROP TABLE exams');
  }
}
