import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What learners write and say to a question: one script each, and its takes. The bytes lie in the object store: whichever way a row goes, also with its account, `doomed_objects`
 * keeps the folder of what is to be deleted there.
 */
export class ScriptsAndRecordings1763700000025 implements MigrationInterface {
  readonly name = 'ScriptsAndRecordings1763700000025';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scripts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        question_id uuid NOT NULL REFERENCES questions (id),
        text text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3)
      )`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX scripts_one_each ON scripts (user_id, question_id) WHERE deleted_at IS NULL',
    );
    await queryRunner.query('CREATE INDEX scripts_of_user ON scripts (user_id, updated_at DESC, id DESC)');
    await queryRunner.query('CREATE INDEX scripts_deleted ON scripts (deleted_at) WHERE deleted_at IS NOT NULL');
    await queryRunner.query(`
      CREATE TABLE script_versions (
        script_id uuid NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        origin text NOT NULL CHECK (origin IN ('kept', 'before-restore')),
        text text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (script_id, number)
      )`);
    await queryRunner.query(`
      CREATE TABLE recordings (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        script_id uuid NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
        question_id uuid NOT NULL REFERENCES questions (id),
        status text NOT NULL DEFAULT 'uploading' CHECK (status IN ('uploading', 'stored')),
        content_type text NOT NULL CHECK (content_type IN ('audio/webm', 'audio/ogg', 'audio/mp4')),
        bytes integer NOT NULL DEFAULT 0 CHECK (bytes >= 0),
        duration_ms integer CHECK (duration_ms > 0),
        voiced_ms integer CHECK (voiced_ms >= 0),
        peaks real[] NOT NULL DEFAULT '{}',
        sha256 bytea,
        stored_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CHECK (status = 'uploading' OR (duration_ms IS NOT NULL AND voiced_ms IS NOT NULL AND sha256 IS NOT NULL AND stored_at IS NOT NULL))
      )`);
    await queryRunner.query('CREATE INDEX recordings_of_user ON recordings (user_id, created_at DESC)');
    await queryRunner.query('CREATE INDEX recordings_of_script ON recordings (script_id, created_at DESC)');
    await queryRunner.query(`
      CREATE TABLE recording_slices (
        recording_id uuid NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        index smallint NOT NULL CHECK (index >= 0),
        bytes integer NOT NULL CHECK (bytes > 0),
        sha256 bytea NOT NULL,
        PRIMARY KEY (recording_id, index)
      )`);
    await queryRunner.query(`
      CREATE TABLE doomed_objects (
        folder text PRIMARY KEY,
        at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`
      CREATE FUNCTION doom_recording() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO doomed_objects (folder) VALUES ('recordings/' || OLD.id || '/')
        ON CONFLICT (folder) DO UPDATE SET at = now();
        RETURN OLD;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER doom_recording AFTER DELETE ON recordings FOR EACH ROW EXECUTE FUNCTION doom_recording()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE recording_slices');
    await queryRunner.query('DROP TABLE recordings');
    await queryRunner.query('DROP TABLE script_versions');
    await queryRunner.query('DROP TABLE scripts');
    await queryRunner.query('DROP FUNCTION doom_recording');
    await queryRunner.query('DROP TABLE doomed_objects');
  }
}
