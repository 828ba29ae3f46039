import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions that somebody has spoken. The bytes lie in the object store; whichever way a row goes, or another sound takes its
 * place, the folder is written down to be emptied: an hour later, for a backup that has read the row and not yet the object.
 */
export class QuestionSounds1763700000030 implements MigrationInterface {
  readonly name = 'QuestionSounds1763700000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE question_sounds (
        question_id uuid PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
        id uuid NOT NULL UNIQUE,
        content_type text NOT NULL CHECK (content_type IN ('audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/mp4')),
        bytes integer NOT NULL CHECK (bytes > 0),
        sha256 bytea NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`
      CREATE FUNCTION doom_question_sound() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO doomed_objects (folder, at) VALUES ('question-sounds/' || OLD.id || '/', now() + interval '1 hour')
        ON CONFLICT (folder) DO NOTHING;
        RETURN NULL;
      END $$`);
    await queryRunner.query(
      `CREATE TRIGGER doom_question_sound AFTER DELETE OR UPDATE OF id ON question_sounds
       FOR EACH ROW EXECUTE FUNCTION doom_question_sound()`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // By their trigger, which has the objects go, too.
    await queryRunner.query('DELETE FROM question_sounds');
    await queryRunner.query('DROP TABLE question_sounds');
    await queryRunner.query('DROP FUNCTION doom_question_sound');
  }
}
