import { describe, expect, it } from '@jest/globals';
import type { QuestionScriptResponse, Script } from '@ieum/api-contract';
import { QueryClient } from '@tanstack/react-query';
import { libraryKey, receiveScript, scriptKey } from './script-cache';

const QUESTION = '00000000-0000-4000-8000-000000000001';
const script = (revision: number, text: string, id = '00000000-0000-4000-8000-000000000002'): Script => ({
  id,
  question: { id: QUESTION, topic: 'music', type: 'past', minLevel: 2, maxLevel: 5, text: 'Which?', help: '어떤?' },
  text,
  revision,
  createdAt: '2026-11-22T08:00:00.000Z',
  updatedAt: '2026-11-22T08:00:00.000Z',
  deletedAt: null,
});

const known = (client: QueryClient) => client.getQueryData<QuestionScriptResponse>(scriptKey(QUESTION))?.script;

describe('what is known of a script', () => {
  it('is its newest revision, in whatever order the answers come', () => {
    const client = new QueryClient();
    receiveScript(client, QUESTION, script(2, 'newer'));
    receiveScript(client, QUESTION, script(1, 'late'));
    expect(known(client)?.text).toBe('newer');
  });

  it('is that there is none once it was deleted, and the next one then, though it begins anew', () => {
    const client = new QueryClient();
    receiveScript(client, QUESTION, script(5, 'old'));
    receiveScript(client, QUESTION, null);
    expect(known(client)).toBeNull();
    receiveScript(client, QUESTION, script(1, 'new', '00000000-0000-4000-8000-000000000003'));
    expect(known(client)?.text).toBe('new');
  });

  it('is not what was asked for before it was saved', async () => {
    const client = new QueryClient();
    receiveScript(client, QUESTION, null);
    let answer: (response: QuestionScriptResponse) => void = () => undefined;
    const asked = client.fetchQuery({
      queryKey: scriptKey(QUESTION),
      queryFn: () => new Promise<QuestionScriptResponse>((resolve) => (answer = resolve)),
      staleTime: 0,
    });
    receiveScript(client, QUESTION, script(1, 'saved meanwhile'));
    answer({ script: null });
    await Promise.allSettled([asked]);
    expect(known(client)?.text).toBe('saved meanwhile');
  });

  it('makes the library forget what it shows nobody', () => {
    const client = new QueryClient();
    client.setQueryData([...libraryKey, {}], { pages: [], pageParams: [] });
    receiveScript(client, QUESTION, script(1, 'x'));
    expect(client.getQueryData([...libraryKey, {}])).toBeUndefined();
  });
});
