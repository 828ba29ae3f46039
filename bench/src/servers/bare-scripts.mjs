import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The baseline of the library of scripts: the product's SQL by `pg`, prepared as there, and `JSON.stringify`, over
 * `node:http`. It knows no accounts, checks nothing and has no schema.
 */
const { PORT, DATABASE_URL, USER_ID } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 5 });

const FACTS = `s.id, json_build_object('id', q.id, 'topic', q.topic, 'type', q.type, 'minLevel', q.min_level,
    'maxLevel', q.max_level, 'text', q.text, 'help', q.help) AS question, s.revision, s.created_at AS "createdAt",
  s.updated_at AS "updatedAt", s.deleted_at AS "deletedAt"`;

const list = (where) => `
  SELECT ${FACTS}, left(regexp_replace(left(btrim(s.text), 400), '\\s+', ' ', 'g'), 100) AS excerpt,
    cardinality(array_remove(string_to_array(translate(s.text, E'\\t\\n\\x0b\\f\\r\\u00a0\\u3000', '       '), ' '), '')) AS words,
    (SELECT count(*)::int FROM recordings r WHERE r.script_id = s.id AND r.status = 'stored') AS takes
  FROM scripts s JOIN questions q ON q.id = s.question_id
  WHERE s.user_id = $1 AND s.deleted_at IS NULL${where} ORDER BY s.updated_at DESC, s.id DESC LIMIT $2`;

const LIST = { name: 'list', text: list('') };
const SEARCH = {
  name: 'search',
  text: list(`
    AND ($3::text IS NULL OR q.topic = $3) AND ($4::text IS NULL OR q.type = $4)
    AND ($5::int IS NULL OR $5 BETWEEN q.min_level AND q.max_level)
    AND ($6::text IS NULL OR s.text COLLATE "C" ILIKE $6 OR q.text COLLATE "C" ILIKE $6 OR q.help COLLATE "C" ILIKE $6)`),
};

const OPEN = `
  SELECT ${FACTS}, s.text FROM scripts s JOIN questions q ON q.id = s.question_id WHERE s.id = $2 AND s.user_id = $1`;

async function find(query) {
  const limit = Number(query.get('limit'));
  const words = query.get('q');
  const values = [USER_ID, limit + 1];
  const { rows } = await (words
    ? pool.query({ ...SEARCH, values: [...values, null, null, null, `%${words}%`] })
    : pool.query({ ...LIST, values }));
  return { items: rows.slice(0, limit), nextCursor: rows[limit]?.id ?? null };
}

async function open(id) {
  const { rows } = await pool.query({ name: 'open', text: OPEN, values: [USER_ID, id] });
  return { script: rows[0] };
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const id = pathname.split('/')[3];
  const answer = JSON.stringify(pathname === '/api/health' ? {} : await (id ? open(id) : find(searchParams)));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(answer);
});

server.listen(Number(PORT), '127.0.0.1');

process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
  process.exit(0);
});
