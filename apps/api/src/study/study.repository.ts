import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** How far a student is with one correction. A correction without a row was never practised. */
export interface CardState {
  readonly consultId: string;
  readonly position: number;
  readonly box: number;
  readonly dueAt: Date;
}

interface Row {
  consult_id: string;
  position: number;
  box: number;
  due_at: Date;
}

/** The rows of cards. What a card says stands in its feedback alone. */
@Injectable()
export class StudyRepository {
  constructor(private readonly database: Database) {}

  async cardsOf(studentId: string): Promise<CardState[]> {
    const rows = await this.database.query<Row>(
      `SELECT p.* FROM practice_cards p JOIN consults c ON c.id = p.consult_id WHERE c.student_id = $1`,
      [studentId],
    );
    return rows.map(toState);
  }

  async find(consultId: string, position: number): Promise<CardState | undefined> {
    const rows = await this.database.query<Row>(
      'SELECT * FROM practice_cards WHERE consult_id = $1 AND position = $2',
      [consultId, position],
    );
    return rows[0] && toState(rows[0]);
  }

  /**
   * Puts a card where it belongs now, if it still is in the box `from`. The feedback's row is locked, so that nothing is
   * written beside one that is being deleted. `undefined` when the card was in another box, or the feedback is gone.
   */
  async move(card: CardState, from: number): Promise<CardState | undefined> {
    const rows = await this.database.query<Row>(
      `WITH feedback AS (SELECT consult_id FROM feedbacks WHERE consult_id = $1 AND status = 'sent' FOR SHARE)
       INSERT INTO practice_cards (consult_id, position, box, due_at)
       SELECT consult_id, $2, $3, $4 FROM feedback
       ON CONFLICT (consult_id, position) DO UPDATE SET box = excluded.box, due_at = excluded.due_at
         WHERE practice_cards.box = $5
       RETURNING *`,
      [card.consultId, card.position, card.box, card.dueAt, from],
    );
    return rows[0] && toState(rows[0]);
  }

  /** The feedback is gone, and what was practised of it with it. */
  async forget(consultId: string): Promise<void> {
    await this.database.execute('DELETE FROM practice_cards WHERE consult_id = $1', [consultId]);
  }
}

function toState(row: Row): CardState {
  return { consultId: row.consult_id, position: row.position, box: row.box, dueAt: row.due_at };
}
