import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { live } from './support/consult-fixtures';
import { DocumentWriter } from './support/document-writer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

/** What a client of one's own can leave in a document that both are given. */
const HOSTILE: readonly [what: string, write: (doc: Y.Doc) => void][] = [
  ['a heading of a level below all', (doc) => doc.getXmlFragment('notes').insert(0, [heading('-1')])],
  ['a heading of sixty million', (doc) => doc.getXmlFragment('notes').insert(0, [heading('60000000')])],
  ['an element with the name of a method', (doc) => doc.getXmlFragment('notes').insert(0, [wordsIn('__proto__')])],
  ['another one', (doc) => doc.getXmlFragment('notes').insert(0, [wordsIn('__defineGetter__')])],
  ['a number that JSON does not have', (doc) => doc.getMap('code').set('text', 2n ** 60n)],
];

function wordsIn(name: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText('words')]);
  return element;
}

function heading(level: string): Y.XmlElement {
  const element = wordsIn('heading');
  element.setAttribute('level', level);
  return element;
}

describe('an export with a document that the other one made', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const exportOf = async (user: TestUser) => (await api.get('/api/users/me/export', user)).body;

  it.each(HOSTILE)('with %s is whole, small, and has the rest', async (_what, write) => {
    const room = await live(api, { message: 'what I asked' });
    const writer = new DocumentWriter(api, room.mentor, `/api/consults/${room.id}/document`);
    write(writer.doc);
    expect((await writer.save()).status).toBe(201);
    for (const user of [room.student, room.mentor]) {
      const given = await exportOf(user);
      expect(given).toMatchObject({ format: 'ieum-export-1', consults: [{ document: expect.anything() }] });
      expect(JSON.stringify(given).length).toBeLessThan(20_000);
    }
    room.studentSocket.close();
    room.mentorSocket.close();
  });
});
