import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOPICS = `'home', 'neighbourhood', 'people', 'school', 'work', 'music', 'films', 'reading', 'food', 'cafes', 'shopping',
          'travel', 'holidays', 'sport', 'parks', 'health', 'technology', 'weather'`;

/**
 * Questions to practise with, what each learner practises, and which questions they have seen in this round. `edited`: an
 * admin has written it, so it follows the file that comes with the product no more.
 */
export class Questions1763700000024 implements MigrationInterface {
  readonly name = 'Questions1763700000024';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE questions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        key text NOT NULL CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(key) BETWEEN 3 AND 60),
        topic text NOT NULL CHECK (topic IN (${TOPICS})),
        type text NOT NULL CHECK (type IN ('describe', 'routine', 'past', 'compare', 'role-play', 'unexpected')),
        min_level smallint NOT NULL,
        max_level smallint NOT NULL,
        text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 600),
        help text NOT NULL CHECK (char_length(help) BETWEEN 1 AND 600),
        edited boolean NOT NULL DEFAULT false,
        retired_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT questions_key UNIQUE (key),
        CONSTRAINT questions_levels CHECK (1 <= min_level AND min_level <= max_level AND max_level <= 6)
      )`);
    await queryRunner.query('CREATE INDEX questions_in_use ON questions (topic) WHERE retired_at IS NULL');
    await queryRunner.query(`
      CREATE TABLE surveys (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        topics text[] NOT NULL CHECK (cardinality(topics) BETWEEN 1 AND 18 AND topics <@ ARRAY[${TOPICS}]),
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 6),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    // To the microsecond: the one that was seen last is not drawn again at once.
    await queryRunner.query(`
      CREATE TABLE seen_questions (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        question_id uuid NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, question_id)
      )`);
    await this.letAuditName(queryRunner, `'person', 'call', 'question'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE admin_audit SET target_kind = NULL, target_id = NULL WHERE target_kind = 'question'`,
    );
    await this.letAuditName(queryRunner, `'person', 'call'`);
    await queryRunner.query('DROP TABLE seen_questions');
    await queryRunner.query('DROP TABLE surveys');
    await queryRunner.query('DROP TABLE questions');
  }

  private async letAuditName(queryRunner: QueryRunner, kinds: string): Promise<void> {
    await queryRunner.query('ALTER TABLE admin_audit DROP CONSTRAINT admin_audit_target_kind_check');
    await queryRunner.query(
      `ALTER TABLE admin_audit ADD CONSTRAINT admin_audit_target_kind_check CHECK (target_kind IN (${kinds}))`,
    );
  }
}
