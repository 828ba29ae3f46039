import { describe, expect, it } from '@jest/globals';
import { KINDS, topicBelongsTo, TOPICS, TOPICS_BY_KIND } from './words';

describe('the words of a consult', () => {
  it('gives every kind topics', () => {
    for (const kind of KINDS) expect(TOPICS_BY_KIND[kind].length).toBeGreaterThan(0);
  });
  it('gives every topic exactly one kind', () => {
    for (const topic of TOPICS) expect(KINDS.filter((kind) => topicBelongsTo(topic, kind))).toHaveLength(1);
  });
});
