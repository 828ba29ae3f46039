import { randomUUID } from 'node:crypto';

/** What a spoken answer of two minutes is about; the same words in another order each time. */
const SENTENCES = [
  'Well, let me think about that for a moment.',
  'I usually go there on Saturday mornings, because it is quiet and nobody is in a hurry.',
  'The first thing that comes to my mind is the park behind my office.',
  'Last year I went with two friends of mine, and it rained the whole day.',
  'We had planned to walk up the hill, but we ended up in a small cafe instead.',
  'What I liked most was the smell of bread and the sound of the rain on the window.',
  'Compared to ten years ago, it has become much more crowded.',
  'If I could change one thing, I would plant more trees along the river.',
  'Anyway, that is how I spend my free time these days.',
  'To be honest, I am not sure whether I would do it again.',
];

/** Stands in three of the scripts, and nowhere else. */
export const RARE_WORD = 'xylophone';

/** One script a question, as one person writes them over years; returns the id of one in the middle. */
export async function addScripts(database, userId, count) {
  const questions = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO questions (id, key, topic, type, min_level, max_level, text, help)
     SELECT id, 'bench-' || id, 'parks', 'describe', 1, 6,
       'Describe a place near your home that you like to go to. Number ' || n || '.', '집 근처에서 자주 가는 곳을 설명해 보세요.'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS each (id, n)`,
    [questions],
  );
  const texts = questions.map((_, index) => scriptText(index, index % Math.floor(count / 3) === 7));
  const rows = await database.query(
    `INSERT INTO scripts (user_id, question_id, text, revision, created_at, updated_at)
     SELECT $1, id, text, 3, now() - n * interval '7 hours', now() - n * interval '6 hours'
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS each (id, text, n) RETURNING id`,
    [userId, questions, texts],
  );
  return rows[Math.floor(count / 2)].id;
}

/** Some 1,200 characters. */
function scriptText(index, isRare) {
  const sentences = Array.from({ length: 18 }, (_, place) => SENTENCES[(index * 7 + place * 3) % SENTENCES.length]);
  if (isRare) sentences.splice(9, 0, `Then somebody played the ${RARE_WORD}.`);
  return sentences.join(' ');
}
