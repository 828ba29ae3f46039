import { EXAM_MINUTES, examLength, type Survey } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database, type Transaction } from '../database/database';
import { INTRODUCTION_KEYS } from '../questions/reviewed-questions';
import { lockOwner } from '../users/lock-owner';
import { type Candidate, type DrawnQuestion, drawQuestions } from './exam-draw';
import { type Block, firstHalf, secondHalf } from './exam-form';
import { ANSWERED, AT_LEVEL_CHOICE, CANDIDATES, EXAM, EXAM_QUESTIONS, ONGOING } from './exam.query';
import type { ExamQuestionRecord, ExamRecord, ExamRow, SummaryRecord } from './exam.record';
import { tooFewQuestions } from './exams.errors';

type Asked = Pick<Candidate, 'id' | 'topic' | 'introduces'>;
type Sql<T> = T & Record<string, unknown>;

/** Rows of exams and of their questions. Every statement names the owner; each step is one conditional UPDATE. */
@Injectable()
export class ExamsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Starts none when the id is taken, or another one goes on. The owner's row is locked first, as an erasure does: so nothing is
   * left behind, and two tabs that start at once start one.
   * @throws DomainError `exams/too-few-questions`
   */
  async start(userId: string, id: string, { topics, level }: Survey): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await lockOwner(transaction, userId);
      await settle(transaction, userId);
      const total = examLength(level);
      const started = await transaction.execute(
        `INSERT INTO exams (id, user_id, topics, level, total, started_at, ends_at)
         SELECT $1::uuid, $2::uuid, $3::text[], $4::smallint, $5::smallint, now(), now() + interval '${EXAM_MINUTES} minutes'
         WHERE NOT EXISTS (SELECT FROM exams WHERE user_id = $2::uuid AND finished_at IS NULL)
         ON CONFLICT (id) DO NOTHING`,
        [id, userId, topics, level, total],
      );
      if (started === 0) return;
      await addQuestions(transaction, { userId, id, level, topics, blocks: firstHalf(total), asked: [] });
    });
  }

  async hasOpen(userId: string): Promise<boolean> {
    const open = await this.database.query('SELECT 1 FROM exams WHERE user_id = $1 AND finished_at IS NULL', [userId]);
    return open.length > 0;
  }

  /** What has run out of time is over from then on. */
  async find(userId: string, id: string): Promise<ExamRecord | undefined> {
    await settle(this.database, userId);
    const [exam] = await this.database.query<Sql<ExamRow>>(
      `SELECT ${EXAM} FROM exams e WHERE e.id = $2 AND e.user_id = $1`,
      [userId, id],
    );
    if (!exam) return undefined;
    return { ...exam, questions: await this.database.query<Sql<ExamQuestionRecord>>(EXAM_QUESTIONS, [userId, id]) };
  }

  /** A page, and one more if there is a next page. */
  async list(userId: string, limit: number, after: PagePosition | undefined): Promise<SummaryRecord[]> {
    await settle(this.database, userId);
    return this.database.query<Sql<SummaryRecord>>(
      `SELECT ${EXAM}, ${ANSWERED} FROM exams e
       WHERE e.user_id = $1 AND ($2::timestamptz IS NULL OR (e.started_at, e.id) < ($2, $3::uuid))
       ORDER BY e.started_at DESC, e.id DESC LIMIT $4`,
      [userId, after?.createdAt ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** On from question `from`; from the last one to the end. */
  async next(userId: string, id: string, from: number): Promise<boolean> {
    return this.changes(
      `UPDATE exams e SET position = least(e.position + 1, e.total), finished_at = CASE WHEN e.position = e.total THEN now() END
       WHERE e.id = $2 AND e.user_id = $1 AND e.position = $3 AND ${ONGOING} AND NOT ${AT_LEVEL_CHOICE}`,
      [userId, id, from],
    );
  }

  /** Takes this level for the rest, and draws it. */
  async chooseLevel(userId: string, id: string, level: number): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const [exam] = await transaction.query<Sql<ExamRow>>(
        `UPDATE exams e SET level_after = $3
         WHERE e.id = $2 AND e.user_id = $1 AND ${ONGOING} AND ${AT_LEVEL_CHOICE} RETURNING ${EXAM}`,
        [userId, id, level],
      );
      if (!exam) return false;
      const asked = await transaction.query<Sql<Asked>>(
        `SELECT q.id, q.topic, q.key = ANY ($2::text[]) AS introduces
         FROM exam_questions eq JOIN questions q ON q.id = eq.question_id WHERE eq.exam_id = $1`,
        [id, INTRODUCTION_KEYS],
      );
      const { topics, total } = exam;
      const blocks = secondHalf(total);
      await addQuestions(transaction, { userId, id, level, topics, blocks, asked });
      return true;
    });
  }

  /** Counts a listen to the question that is asked now, once. */
  async listen(userId: string, id: string, number: number, listenId: string): Promise<boolean> {
    return this.changes(
      `UPDATE exam_questions eq SET listens = array_append(eq.listens, $4::uuid) FROM exams e
       WHERE e.id = eq.exam_id AND e.id = $2 AND e.user_id = $1 AND eq.number = $3 AND e.position = eq.number AND ${ONGOING}
         AND cardinality(eq.listens) < 2 AND NOT $4::uuid = ANY (eq.listens)`,
      [userId, id, number, listenId],
    );
  }

  /** Notes a take of a question that was asked, also when the exam is over by now: the device may have been offline. */
  async addTake(userId: string, id: string, number: number, recordingId: string): Promise<boolean> {
    return this.changes(
      `UPDATE exam_questions eq SET takes = array_append(eq.takes, $4::uuid) FROM exams e
       WHERE e.id = eq.exam_id AND e.id = $2 AND e.user_id = $1 AND eq.number = $3 AND eq.number <= e.position
         AND cardinality(eq.takes) < 50 AND NOT $4::uuid = ANY (eq.takes)`,
      [userId, id, number, recordingId],
    );
  }

  async finish(userId: string, id: string): Promise<boolean> {
    return this.changes(`UPDATE exams e SET finished_at = now() WHERE e.id = $2 AND e.user_id = $1 AND ${ONGOING}`, [
      userId,
      id,
    ]);
  }

  async delete(userId: string, id: string): Promise<boolean> {
    return this.changes('DELETE FROM exams WHERE id = $2 AND user_id = $1', [userId, id]);
  }

  private async changes(sql: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.execute(sql, values)) > 0;
  }
}

async function settle(database: Pick<Database, 'execute'>, userId: string): Promise<void> {
  await database.execute(
    'UPDATE exams SET finished_at = ends_at WHERE user_id = $1 AND finished_at IS NULL AND ends_at <= now()',
    [userId],
  );
}

interface Half {
  readonly userId: string;
  readonly id: string;
  readonly level: number;
  readonly topics: ExamRow['topics'];
  readonly blocks: readonly Block[];
  readonly asked: readonly Asked[];
}

async function addQuestions(transaction: Transaction, half: Half): Promise<void> {
  const { userId, id, level, topics, blocks, asked } = half;
  const candidates = await transaction.query<Sql<Candidate>>(CANDIDATES, [userId, level, INTRODUCTION_KEYS]);
  const drawn: DrawnQuestion[] | undefined = drawQuestions(blocks, { candidates, topics, asked });
  if (!drawn) throw tooFewQuestions();
  await transaction.execute(
    `INSERT INTO exam_questions (exam_id, number, part, question_id)
     SELECT $1, d.number + $2::int, d.part, d.id
     FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS d (id, part, number)`,
    [id, asked.length, drawn.map((each) => each.id), drawn.map(({ part }) => part)],
  );
}
