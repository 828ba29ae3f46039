import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Admins, and what they looked at and changed: who, what, whose, when. Never what they saw. Nobody leaves it by leaving.
 */
export class Admins1763700000021 implements MigrationInterface {
  readonly name = 'Admins1763700000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE users ADD COLUMN is_admin boolean NOT NULL DEFAULT false');
    await queryRunner.query(`
      CREATE TABLE admin_audit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        at timestamptz(3) NOT NULL DEFAULT now(),
        admin_id uuid NOT NULL,
        action text NOT NULL CHECK (char_length(action) BETWEEN 1 AND 40),
        target_kind text CHECK (target_kind IN ('person', 'call')),
        target_id uuid,
        CONSTRAINT admin_audit_target CHECK ((target_kind IS NULL) = (target_id IS NULL))
      )`);
    await queryRunner.query('CREATE INDEX admin_audit_of_admin ON admin_audit (admin_id, at DESC)');
    await queryRunner.query('CREATE INDEX admin_audit_at ON admin_audit (at DESC, id DESC)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE admin_audit');
    await queryRunner.query('ALTER TABLE users DROP COLUMN is_admin');
  }
}
