import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { ConsultHistory, ConsultHistoryQuery } from '@ieum/api-contract';
import fastify from 'fastify';
import pg from 'pg';

/**
 * The baseline of the REST rows: Fastify alone, with the product's checks of one route, its SQL and its schemas.
 * Bundled before it runs, because the contract is TypeScript.
 */
const { PORT, BARE_AUTH, DATABASE_URL } = process.env;
const key = createSecretKey(Buffer.from(BARE_AUTH));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 5 });

const SQL = `
  SELECT c.id, c.revision, c.kind, c.topic, c.message, c.language, c.status,
    c.student_id, s.nickname AS student_nickname, c.pseudonym,
    c.mentor_id, m.nickname AS mentor_nickname, p.line AS mentor_line, c.needs_approval, c.readiness,
    c.created_at, c.matched_at, c.live_at, c.closed_at, c.volunteer_seconds,
    coalesce(f.status, 'none') AS feedback
  FROM consults c
  JOIN users s ON s.id = c.student_id
  LEFT JOIN users m ON m.id = c.mentor_id
  LEFT JOIN mentor_profiles p ON p.user_id = c.mentor_id
  LEFT JOIN feedbacks f ON f.consult_id = c.id
  WHERE (c.student_id = $1 OR c.mentor_id = $1) ORDER BY c.created_at DESC, c.id DESC LIMIT $2`;

function verify(authorization) {
  const token = authorization.slice('Bearer '.length);
  const end = token.lastIndexOf('.');
  const signature = createHmac('sha256', key).update(token.slice(0, end)).digest();
  if (!timingSafeEqual(signature, Buffer.from(token.slice(end + 1), 'base64url'))) throw new Error('forged');
  const claims = JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, end), 'base64url'));
  if (claims.exp * 1000 <= Date.now()) throw new Error('expired');
  return claims;
}

function toConsult(row, userId) {
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    topic: row.topic,
    message: row.message,
    language: row.language,
    status: row.status,
    role: row.student_id === userId ? 'student' : 'mentor',
    student: { nickname: row.pseudonym ?? row.student_nickname },
    mentor: row.mentor_id ? { nickname: row.mentor_nickname ?? '', line: row.mentor_line ?? '' } : null,
    readiness: row.readiness,
    createdAt: row.created_at.toISOString(),
    matchedAt: row.matched_at?.toISOString() ?? null,
    liveAt: row.live_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    volunteerSeconds: row.volunteer_seconds,
    feedback: row.feedback,
  };
}

const app = fastify();

app.get('/api/consults', async (request) => {
  const { sub } = verify(request.headers.authorization);
  const { limit } = ConsultHistoryQuery.parse(request.query);
  const { rows } = await pool.query({ name: 'history', text: SQL, values: [sub, limit + 1] });
  const items = rows.slice(0, limit).map((row) => toConsult(row, sub));
  return ConsultHistory.parse({ items, nextCursor: rows.length > limit ? items.at(-1).id : null });
});

await app.listen({ port: Number(PORT), host: '127.0.0.1' });

process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
  process.exit(0);
});
