import { describe, expect, it } from '@jest/globals';
import { TOPICS_BY_KIND } from '@ieum/signaling-protocol';
import { checkDraft, draftOf, withKind, withLanguage, withTopic } from './mentor-draft';

const empty = draftOf(null, 'ko');

describe('a mentor draft', () => {
  it('starts with the language of the page', () => {
    expect(empty).toEqual({ kinds: [], topics: [], languages: ['ko'], line: '' });
  });

  it('gets all topics of a kind with the kind, and loses them with it', () => {
    const tutoring = withKind(empty, 'tutoring', true);
    expect(tutoring.topics).toEqual(TOPICS_BY_KIND.tutoring);
    const both = withKind(tutoring, 'career', true);
    expect(withKind(both, 'tutoring', false)).toMatchObject({ kinds: ['career'], topics: TOPICS_BY_KIND.career });
  });

  it('keeps the kinds in the order of the contract, whatever the order of the clicks', () => {
    const kinds = withKind(withKind(empty, 'counselling', true), 'tutoring', true).kinds;
    expect(kinds).toEqual(['tutoring', 'counselling']);
  });

  it('is taken once it has a kind, a topic and a language', () => {
    const draft = withTopic(withKind(empty, 'speaking', true), 'opic', false);
    const checked = checkDraft(draft);
    expect(checked).toMatchObject({ ok: true, profile: { kinds: ['speaking'], languages: ['ko'] } });
  });

  it('names every field that is wrong', () => {
    const nothing = withLanguage(empty, 'ko', false);
    expect(checkDraft({ ...nothing, line: 'x'.repeat(141) })).toEqual({
      ok: false,
      problems: new Set(['kinds', 'topics', 'languages', 'line']),
    });
  });

  it('does not let a chosen kind stay without a topic', () => {
    const career = withKind(withKind(empty, 'career', true), 'tutoring', true);
    const bare = TOPICS_BY_KIND.career.reduce((draft, topic) => withTopic(draft, topic, false), career);
    expect(checkDraft(bare)).toEqual({ ok: false, problems: new Set(['topics']) });
  });
});
