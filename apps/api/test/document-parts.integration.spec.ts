import { DOCUMENT_PARTS, type DocumentPart } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DocumentPolicy } from '../src/documents/document-limit';
import { DocumentMerger } from '../src/documents/document-merger';
import { DocumentsRepository } from '../src/documents/documents.repository';
import { codeOf, live } from './support/consult-fixtures';
import { DocumentWriter } from './support/document-writer';
import { MANY, startTestApi, type TestApi } from './support/test-api';

/** What is written into each part, and what must not be found of it once it is deleted: words, keys, names, bytes. */
const CANARIES: Readonly<Record<DocumentPart, readonly string[]>> = {
  notes: ['canaryscript', 'canaryheading', 'canarybold', 'canary-correction', 'canarybefore'],
  moments: ['canarymoment'],
  board: ['canary-page', 'canarydrawing', 'canarypicture'],
  chat: ['canarytalk', 'canarymark', 'canaryphoto'],
  code: ['canaryprogram'],
};
const EVERY = Object.values(CANARIES).flat();

function writeAll(doc: Y.Doc): void {
  const heading = new Y.XmlElement('canaryheading');
  const text = new Y.XmlText();
  text.insert(0, 'canaryscript', { canarybold: true });
  heading.insert(0, [text]);
  doc.getXmlFragment('notes').insert(0, [heading]);
  doc.getMap('corrections').set('canary-correction', { before: 'canarybefore', after: '' });
  doc.getMap('practice').set('moment:1', { text: 'canarymoment' });
  doc.getMap('board').set('canary-page', { of: 'canarydrawing' });
  doc.getMap('board').set('file', { bytes: Buffer.from('canarypicture') });
  doc.getArray('chat').push([{ text: 'canarytalk', picture: Buffer.from('canaryphoto') }]);
  doc.getMap('chatMarks').set('1', 'canarymark');
  doc.getText('code').insert(0, 'canaryprogram');
  // Deleted long before, and never to come back either.
  doc.getText('code').insert(0, 'canaryprogram, first version');
  doc.getText('code').delete(0, 28);
}

describe('a part of a document', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ overrides: [[DocumentPolicy, { writes: MANY, reads: MANY, refusals: MANY }]] });
  });
  afterAll(() => api.close());

  /** What the table has of the canaries. */
  const foundOf = async (id: string) => {
    const rows = await api.query<{ bytes: Buffer }>('SELECT bytes FROM document_updates WHERE consult_id = $1', [id]);
    const kept = rows.map(({ bytes }) => bytes.toString('latin1')).join();
    return EVERY.filter((canary) => kept.includes(canary)).sort();
  };

  async function written({ end = true } = {}) {
    const call = await live(api);
    const path = `/api/consults/${call.id}/document`;
    const byMentor = new DocumentWriter(api, call.mentor, path);
    writeAll(byMentor.doc);
    await byMentor.save();
    if (end) await api.post(`/api/consults/${call.id}/end`, undefined, call.mentor);
    for (const socket of [call.studentSocket, call.mentorSocket]) socket.close();
    const reader = new DocumentWriter(api, call.student, path);
    return { ...call, path, byMentor, reader };
  }

  it.each(DOCUMENT_PARTS)('is the student’s to delete, and nothing of it is left: %s', async (part) => {
    const { id, path, student, reader } = await written();
    expect(await foundOf(id)).toEqual([...EVERY].sort());
    expect((await api.delete(`${path}/parts/${part}`, student)).status).toBe(204);
    const others = DOCUMENT_PARTS.filter((other) => other !== part).flatMap((other) => CANARIES[other]);
    expect(await foundOf(id)).toEqual(others.sort());
    await reader.load();
    const { doc } = reader;
    const left: Record<DocumentPart, string> = {
      notes: doc.getXmlFragment('notes').toString() + JSON.stringify(doc.getMap('corrections')),
      moments: JSON.stringify(doc.getMap('practice')),
      board: JSON.stringify(doc.getMap('board')),
      chat: JSON.stringify([doc.getArray('chat'), doc.getMap('chatMarks')]),
      code: doc.getText('code').toString(),
    };
    expect(left[part]).not.toContain('canary');
    for (const other of DOCUMENT_PARTS) if (other !== part) expect(left[other]).toContain('canary');
  });

  it('goes after another, until nothing is left, and the whole goes too', async () => {
    const { id, path, student } = await written();
    for (const part of [...DOCUMENT_PARTS, 'chat']) {
      expect((await api.delete(`${path}/parts/${part}`, student)).status).toBe(204);
    }
    expect(await foundOf(id)).toEqual([]);
    expect((await api.delete(path, student)).status).toBe(204);
    expect((await api.delete(`${path}/parts/chat`, student)).status).toBe(204);
    expect(await api.query('SELECT FROM document_updates WHERE consult_id = $1', [id])).toEqual([]);
  });

  it('is not brought back by a tab that still has it: the document takes nothing any more', async () => {
    const { id, path, student, byMentor } = await written();
    expect((await api.delete(`${path}/parts/chat`, student)).status).toBe(204);
    byMentor.doc.getArray('chat').push(['canarytalk again']);
    const answers = [await byMentor.save(), await byMentor.send(Y.encodeStateAsUpdate(byMentor.doc))];
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      answers.map(() => [409, 'documents/closed']),
    );
    expect(await foundOf(id)).not.toContain('canarytalk');
  });

  it('is not brought back by an update that came while it was being deleted', async () => {
    const { id, path, student, mentor } = await written();
    const repository = api.app.get(DocumentsRepository);
    const merger = api.app.get(DocumentMerger);
    const [real, late] = [merger.erase.bind(merger), new Y.Doc()];
    late.getArray('chat').push(['canarytalk at the last moment']);
    merger.erase = async (kept, names) => {
      merger.erase = real;
      const { lastSeq } = await repository.read(id);
      await repository.append(id, lastSeq, { authorId: mentor.id, bytes: Y.encodeStateAsUpdate(late) });
      return real(kept, names);
    };
    expect((await api.delete(`${path}/parts/chat`, student)).status).toBe(204);
    const found = await foundOf(id);
    expect([found.includes('canarytalk'), found.includes('canaryscript')]).toEqual([false, true]);
  });

  it('can be forbidden before anything was written', async () => {
    const { id, mentor, student, studentSocket, mentorSocket } = await live(api);
    await api.post(`/api/consults/${id}/end`, undefined, mentor);
    for (const socket of [studentSocket, mentorSocket]) socket.close();
    const path = `/api/consults/${id}/document`;
    expect((await api.delete(`${path}/parts/notes`, student)).status).toBe(204);
    const writer = new DocumentWriter(api, mentor, path);
    writer.write('late');
    expect(codeOf(await writer.save())).toBe('documents/closed');
    expect((await api.get(path, student)).body).toEqual({ update: null, seq: 0 });
  });

  it('stays while the consult goes on, and for everybody else', async () => {
    const { id, path, student, mentor } = await written({ end: false });
    expect(codeOf(await api.delete(`${path}/parts/chat`, student))).toBe('documents/in-use');
    await api.post(`/api/consults/${id}/end`, undefined, mentor);
    expect(codeOf(await api.delete(`${path}/parts/chat`, mentor))).toBe('auth/forbidden');
    for (const stranger of [await api.registerStudent(), await api.registerMentor()]) {
      expect(codeOf(await api.delete(`${path}/parts/chat`, stranger))).toBe('consults/not-found');
    }
    expect(codeOf(await api.delete(`${path}/parts/permissions`, student))).toBe('request/invalid');
    expect(await foundOf(id)).toEqual([...EVERY].sort());
  });

  it('is found however deep it is nested', async () => {
    const { id, path, student, byMentor } = await written({ end: false });
    let inner = new Y.Map<unknown>();
    byMentor.doc.getMap('board').set('deep', inner);
    for (let depth = 0; depth < 300; depth += 1) {
      const next = new Y.Map<unknown>();
      inner.set('in', next);
      inner = next;
    }
    inner.set('canary-page', 'canarydrawing');
    expect((await byMentor.save()).status).toBe(201);
    await api.post(`/api/consults/${id}/end`, undefined, byMentor.user);
    expect((await api.delete(`${path}/parts/board`, student)).status).toBe(204);
    expect(await foundOf(id)).toEqual(EVERY.filter((canary) => !CANARIES.board.includes(canary)).sort());
  });
});
