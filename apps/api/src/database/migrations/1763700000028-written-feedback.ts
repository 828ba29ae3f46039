import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What students ask to have corrected in writing, and what mentors write to it. It goes with its student, and with its script;
 * an answer stays when its mentor goes.
 */
export class WrittenFeedback1763700000028 implements MigrationInterface {
  readonly name = 'WrittenFeedback1763700000028';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE written_feedbacks (
        id uuid PRIMARY KEY,
        student_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        script_id uuid NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
        needs_approval boolean NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'withdrawn')),
        text text NOT NULL,
        note text NOT NULL,
        mentor_id uuid REFERENCES users (id) ON DELETE SET NULL,
        claimed_until timestamptz(3),
        extensions smallint NOT NULL DEFAULT 0 CHECK (extensions >= 0),
        answer_text text,
        answer_comment text,
        answer_moments jsonb,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        closed_at timestamptz(3),
        accepted_at timestamptz(3),
        CHECK ((status = 'open') = (closed_at IS NULL)),
        CHECK ((status = 'answered') = (answer_text IS NOT NULL AND answer_comment IS NOT NULL AND answer_moments IS NOT NULL)),
        CHECK (status = 'answered' OR accepted_at IS NULL)
      )`);
    await queryRunner.query(
      'CREATE INDEX written_feedbacks_of_student ON written_feedbacks (student_id, created_at DESC, id DESC)',
    );
    await queryRunner.query('CREATE INDEX written_feedbacks_of_script ON written_feedbacks (script_id)');
    await queryRunner.query('CREATE INDEX written_feedbacks_of_mentor ON written_feedbacks (mentor_id)');
    await queryRunner.query(
      `CREATE INDEX written_feedbacks_open ON written_feedbacks (created_at, id) WHERE status = 'open'`,
    );
    await queryRunner.query(`
      CREATE TABLE written_feedback_takes (
        written_feedback_id uuid NOT NULL REFERENCES written_feedbacks (id) ON DELETE CASCADE,
        recording_id uuid NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        PRIMARY KEY (written_feedback_id, recording_id)
      )`);
    await queryRunner.query(
      'CREATE INDEX written_feedback_takes_of_recording ON written_feedback_takes (recording_id)',
    );
    await queryRunner.query(`
      CREATE TABLE written_feedback_drafts (
        written_feedback_id uuid NOT NULL REFERENCES written_feedbacks (id) ON DELETE CASCADE,
        mentor_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        text text NOT NULL,
        comment text NOT NULL DEFAULT '',
        moments jsonb NOT NULL DEFAULT '[]',
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (written_feedback_id, mentor_id)
      )`);
    await queryRunner.query('CREATE INDEX written_feedback_drafts_of_mentor ON written_feedback_drafts (mentor_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE written_feedback_drafts');
    await queryRunner.query('DROP TABLE written_feedback_takes');
    await queryRunner.query('DROP TABLE written_feedbacks');
  }
}
