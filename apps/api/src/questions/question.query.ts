/** What a contract says of the question `q`: arguments of `json_build_object`. */
export const QUESTION_FACTS = `'id', q.id, 'topic', q.topic, 'type', q.type, 'minLevel', q.min_level,
  'maxLevel', q.max_level, 'text', q.text, 'help', q.help`;

/** A question as JSON, ready for its contract. */
export const QUESTION = `json_build_object(${QUESTION_FACTS}) AS question`;
