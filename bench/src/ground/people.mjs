import { randomUUID } from 'node:crypto';

const ids = (count) => Array.from({ length: count }, () => randomUUID());

async function insertUsers(database, userIds, wants, passwordHash) {
  await database.query(
    `INSERT INTO users (id, email, nickname, password_hash, age_band, wants)
     SELECT id, id || '@bench.invalid', 'n' || left(id::text, 8), $2, '25-and-over', $3 FROM unnest($1::uuid[]) AS id`,
    [userIds, passwordHash, wants],
  );
}

/** Puts students into the database; returns their ids. */
export async function addStudents(database, count, passwordHash = 'none') {
  const students = ids(count);
  await insertUsers(database, students, 'get-help', passwordHash);
  return students;
}

/** Puts mentors into the database who all offer the same; returns their ids. */
export async function addMentors(database, count) {
  const mentors = ids(count);
  await insertUsers(database, mentors, 'help-others', 'none');
  await database.query(
    `INSERT INTO mentor_profiles (user_id, kinds, topics, languages, line, approved_at)
     SELECT id, '{tutoring}', '{math}', '{ko}', '수학을 같이 풀어요', now() FROM unnest($1::uuid[]) AS id`,
    [mentors],
  );
  return mentors;
}

/** One consult a student, in the given status and with the given mentors in order; returns their ids. */
export async function addConsults(database, students, { status = 'waiting', mentors = [] } = {}) {
  const consults = ids(students.length);
  await database.query(
    `INSERT INTO consults (id, request_id, student_id, mentor_id, kind, topic, message, language, status, needs_approval,
       lease_until, matched_at, live_at, closed_at)
     SELECT c.id, gen_random_uuid(), c.student, c.mentor, 'tutoring', 'math', '분수의 나눗셈이 어려워요', 'ko', $4, false,
       now() + interval '1 hour',
       CASE WHEN c.mentor IS NOT NULL THEN now() END,
       CASE WHEN $4 IN ('live', 'ended') THEN now() END,
       CASE WHEN $4 = 'ended' THEN now() END
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS c (id, student, mentor)`,
    [consults, students, mentors.length > 0 ? mentors : students.map(() => null), status],
  );
  return consults;
}
