import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, their signed-in sessions with rotating refresh tokens, and what mentors offer. */
export class Accounts1763700000001 implements MigrationInterface {
  readonly name = 'Accounts1763700000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL CONSTRAINT users_email UNIQUE CHECK (email = lower(email)),
        nickname text NOT NULL CHECK (char_length(nickname) BETWEEN 1 AND 20),
        password_hash text NOT NULL,
        age_band text NOT NULL CHECK (age_band IN ('14-to-18', '19-to-24', '25-and-over')),
        wants text NOT NULL CHECK (wants IN ('get-help', 'help-others', 'both')),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        user_agent text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3) NOT NULL DEFAULT now(),
        ended_at timestamptz(3)
      )`);
    await queryRunner.query(`CREATE INDEX sessions_of_user ON sessions (user_id)`);
    await queryRunner.query(`CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL`);
    await queryRunner.query(`
      CREATE TABLE refresh_tokens (
        hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        issued_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        replaced_at timestamptz(3)
      )`);
    await queryRunner.query(`CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id)`);
    await queryRunner.query(`
      CREATE TABLE mentor_profiles (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        kinds text[] NOT NULL,
        topics text[] NOT NULL,
        languages text[] NOT NULL,
        line text NOT NULL CHECK (char_length(line) <= 140),
        approved_at timestamptz(3),
        approval_changed_at timestamptz(3),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE mentor_profiles');
    await queryRunner.query('DROP TABLE refresh_tokens');
    await queryRunner.query('DROP TABLE sessions');
    await queryRunner.query('DROP TABLE users');
  }
}
