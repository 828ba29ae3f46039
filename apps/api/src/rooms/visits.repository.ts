import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** When each member was in the room: the ground on which volunteer time stands. */
@Injectable()
export class VisitsRepository {
  constructor(private readonly database: Database) {}

  async open(consultId: string, userId: string): Promise<string> {
    const rows = await this.database.query<{ id: string }>(
      'INSERT INTO room_visits (consult_id, user_id) VALUES ($1, $2) RETURNING id',
      [consultId, userId],
    );
    const [visit] = rows;
    if (!visit) throw new Error('An INSERT returned no row.');
    return visit.id;
  }

  async close(visitId: string, leftAt: Date): Promise<void> {
    await this.database.execute(
      'UPDATE room_visits SET left_at = greatest(joined_at, least($2, now())) WHERE id = $1 AND left_at IS NULL',
      [visitId, leftAt],
    );
  }

  /** Notes that these visits go on, so that a server that dies loses at most the time since. */
  async seen(visitIds: readonly string[]): Promise<void> {
    await this.database.execute('UPDATE room_visits SET seen_at = now() WHERE id = ANY ($1) AND left_at IS NULL', [
      visitIds,
    ]);
  }

  /** Ends what a server that died left open, at the moment it was last seen: so long ago that nobody notes it any more. */
  async closeOrphans(quietForMs: number): Promise<void> {
    await this.database.execute(
      `UPDATE room_visits SET left_at = seen_at
       WHERE left_at IS NULL AND seen_at <= now() - $1 * interval '1 millisecond'`,
      [quietForMs],
    );
  }
}
