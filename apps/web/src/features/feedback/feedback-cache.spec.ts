import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { cachingCalls, feedbackKey, newerFeedback, receiveFeedback } from './feedback-cache';
import type { FeedbackAnswer } from './feedback-cache';
import { asFeedback, DraftWorld, summary } from './testing/draft-world';

const draftOf = (version: number, text: string) =>
  asFeedback({ version, summary: text, practice: '', corrections: [], dismissed: [] }, version);

/** A page whose form opens, as in the app, with what the cache knows. */
function page() {
  const world = new DraftWorld();
  const client = new QueryClient();
  const empty = draftOf(0, '');
  const key = feedbackKey(empty.consultId);
  client.setQueryData<FeedbackAnswer>(key, empty);
  const cached = () => client.getQueryData<FeedbackAnswer>(key);
  const openForm = () => {
    const known = cached();
    return world.autosave(typeof known === 'object' ? known : null, (calls) => cachingCalls(client, calls));
  };
  return { world, client, cached, openForm };
}

const answered = () => new Promise(setImmediate);

describe('what is known of a feedback', () => {
  it('lets a mentor leave the form and return to what was saved, and go on from there', async () => {
    const { world, openForm } = page();
    const before = openForm();
    before.edit(summary('first'));
    await world.fire();
    before.edit(summary('first, then left'));
    before.stop();
    await answered();
    const after = openForm();
    expect(after.getSnapshot()).toMatchObject({ state: 'saved', content: { summary: 'first, then left' } });
    after.edit(summary('returned'));
    await world.fire();
    expect(after.getSnapshot().state).toBe('saved');
    expect(world.stored).toMatchObject({ version: 3, summary: 'returned' });
  });

  it('remembers the text that was taken over from another tab', async () => {
    const { world, openForm } = page();
    const before = openForm();
    world.stored = draftOf(4, 'other tab');
    before.edit(summary('mine'));
    await world.fire();
    before.resolve('theirs');
    before.stop();
    expect(openForm().getSnapshot()).toMatchObject({ state: 'saved', content: { summary: 'other tab' } });
  });

  it('takes the sent feedback over the last draft, and no late draft over the sent one', () => {
    const { client, cached } = page();
    const sent = { ...draftOf(2, 'done'), status: 'sent' as const };
    receiveFeedback(client, draftOf(1, 'done'));
    receiveFeedback(client, sent);
    receiveFeedback(client, draftOf(1, 'done'));
    expect(cached()).toEqual(sent);
  });

  it('does not become unwritten by a “not ready” that was under way when it arrived', () => {
    const sent = { ...draftOf(2, 'done'), status: 'sent' as const };
    expect(newerFeedback(undefined, 'not-ready')).toBe('not-ready');
    expect(newerFeedback('not-ready', sent)).toEqual(sent);
    expect(newerFeedback(sent, 'not-ready')).toEqual(sent);
    expect(newerFeedback('deleted', 'not-ready')).toBe('deleted');
  });

  it('is final once it is deleted', () => {
    expect(newerFeedback('deleted', draftOf(3, 'late'))).toBe('deleted');
    expect(newerFeedback(draftOf(3, 'sent'), 'deleted')).toBe('deleted');
  });
});
