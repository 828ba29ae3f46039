import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The document of a consult: its updates in their order. `documents` gives out the numbers and outlives its updates when
 * the student deletes them, so that a late tab cannot write them again.
 */
export class Documents1763700000006 implements MigrationInterface {
  readonly name = 'Documents1763700000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE documents (
        consult_id uuid PRIMARY KEY REFERENCES consults (id) ON DELETE CASCADE,
        last_seq integer NOT NULL CHECK (last_seq >= 0),
        deleted_at timestamptz(3)
      )`);
    await queryRunner.query(`
      CREATE TABLE document_updates (
        consult_id uuid NOT NULL REFERENCES documents (consult_id) ON DELETE CASCADE,
        seq integer NOT NULL CHECK (seq >= 1),
        author_id uuid REFERENCES users (id) ON DELETE SET NULL,
        bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 5242880),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (consult_id, seq)
      )`);
    await queryRunner.query(`CREATE INDEX document_updates_of_author ON document_updates (author_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE document_updates');
    await queryRunner.query('DROP TABLE documents');
  }
}
