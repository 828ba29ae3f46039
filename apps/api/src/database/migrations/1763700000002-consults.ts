import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consults, and the visits to their rooms from which volunteer time is counted. */
export class Consults1763700000002 implements MigrationInterface {
  readonly name = 'Consults1763700000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE consults (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        request_id uuid NOT NULL,
        student_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        mentor_id uuid REFERENCES users (id) ON DELETE SET NULL,
        kind text NOT NULL CHECK (kind IN ('tutoring', 'speaking', 'career', 'counselling')),
        topic text NOT NULL,
        message text NOT NULL CHECK (char_length(message) BETWEEN 1 AND 500),
        language text NOT NULL CHECK (language IN ('ko', 'en')),
        status text NOT NULL DEFAULT 'waiting'
          CHECK (status IN ('waiting', 'matched', 'live', 'ended', 'cancelled', 'expired')),
        revision integer NOT NULL DEFAULT 0,
        needs_approval boolean NOT NULL,
        pseudonym text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        lease_until timestamptz(3) NOT NULL,
        matched_at timestamptz(3),
        live_at timestamptz(3),
        closed_at timestamptz(3),
        volunteer_seconds integer NOT NULL DEFAULT 0 CHECK (volunteer_seconds >= 0),
        CONSTRAINT consults_request UNIQUE (student_id, request_id),
        CONSTRAINT consults_closed CHECK ((closed_at IS NULL) = (status IN ('waiting', 'matched', 'live'))),
        CONSTRAINT consults_not_with_oneself CHECK (mentor_id IS DISTINCT FROM student_id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX consults_one_open_per_student ON consults (student_id)
        WHERE status IN ('waiting', 'matched', 'live')`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX consults_one_open_per_mentor ON consults (mentor_id)
        WHERE status IN ('matched', 'live')`);
    await queryRunner.query(`
      CREATE INDEX consults_waiting ON consults (created_at) WHERE status = 'waiting'`);
    await queryRunner.query(`
      CREATE INDEX consults_open_leases ON consults (lease_until) WHERE status IN ('waiting', 'matched', 'live')`);
    await queryRunner.query(`CREATE INDEX consults_of_student ON consults (student_id, created_at DESC, id DESC)`);
    await queryRunner.query(`CREATE INDEX consults_of_mentor ON consults (mentor_id, created_at DESC, id DESC)`);
    await queryRunner.query(`
      CREATE TABLE room_visits (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consult_id uuid NOT NULL REFERENCES consults (id) ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        joined_at timestamptz(3) NOT NULL DEFAULT now(),
        seen_at timestamptz(3) NOT NULL DEFAULT now(),
        left_at timestamptz(3),
        CONSTRAINT room_visits_order CHECK (left_at >= joined_at)
      )`);
    await queryRunner.query(`CREATE INDEX room_visits_of_consult ON room_visits (consult_id, user_id)`);
    await queryRunner.query(`CREATE INDEX room_visits_open ON room_visits (seen_at) WHERE left_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE room_visits');
    await queryRunner.query('DROP TABLE consults');
  }
}
