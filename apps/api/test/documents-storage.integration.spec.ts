import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DocumentMerger, type MergeResult } from '../src/documents/document-merger';
import { DocumentsRepository } from '../src/documents/documents.repository';
import { WorkerMerger } from '../src/documents/worker-merger';
import { matched } from './support/consult-fixtures';
import { DocumentWriter } from './support/document-writer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

type Merge = (kept: readonly Uint8Array[], added?: Uint8Array) => Promise<MergeResult>;

function updateOf(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'x'.repeat(length));
  return Y.encodeStateAsUpdate(doc);
}

describe('a kept document', () => {
  let api: TestApi | undefined;
  afterEach(() => api?.close());

  async function writers(options: Parameters<typeof startTestApi>[0] = {}) {
    api = await startTestApi(options);
    const { id, student, mentor } = await matched(api);
    const [byStudent, byMentor] = [student, mentor].map(
      (member) => new DocumentWriter(api as TestApi, member, `/api/consults/${id}/document`),
    ) as [DocumentWriter, DocumentWriter];
    return { repository: api.app.get(DocumentsRepository), id, student, mentor, byStudent, byMentor };
  }

  it('holds what another server appended while an update was looked at, and that update', async () => {
    const meanwhile = updateOf(3);
    const real = new WorkerMerger();
    let first: Merge | undefined = async (kept, added) => {
      first = undefined;
      expect(await repository.append(id, kept.length, { authorId: mentor.id, bytes: meanwhile })).toBe(1);
      return real.merge(kept, added);
    };
    const looked: number[] = [];
    const merge: Merge = (kept, added) => {
      looked.push(kept.length);
      return first ? first(kept, added) : real.merge(kept, added);
    };
    const merger = { merge, onApplicationShutdown: () => real.onApplicationShutdown() };
    const { repository, id, mentor, byStudent, byMentor } = await writers({ overrides: [[DocumentMerger, merger]] });
    byStudent.write('mine');
    expect(await byStudent.save()).toMatchObject({ status: 201, body: { seq: 2 } });
    expect(looked).toEqual([0, 1]);
    await byMentor.load();
    expect([...byMentor.text].sort().join('')).toBe('eimnxxx');
  });

  it('loses nothing that was appended since what a compaction merged', async () => {
    const { repository, id, student, byMentor } = await writers();
    for (const lastSeq of [0, 1, 2]) {
      await repository.append(id, lastSeq, { authorId: student.id, bytes: updateOf(lastSeq + 1) });
    }
    const { updates } = await repository.read(id);
    await repository.compact(id, 2, Y.mergeUpdates(updates.slice(0, 2).map((bytes) => new Uint8Array(bytes))));
    expect((await repository.read(id)).updates).toHaveLength(2);
    await byMentor.load();
    expect(byMentor.text).toBe('xxxxxx');
    await repository.compact(id, 1, updateOf(9));
    expect((await repository.read(id)).updates).toHaveLength(2);
    await repository.erase(id);
    await repository.compact(id, 3, updateOf(9));
    expect(await repository.read(id)).toEqual({ lastSeq: 3, deleted: true, closed: false, updates: [] });
  });

  it('is deleted whole or not at all', async () => {
    const { repository, id, student } = await writers();
    await repository.append(id, 0, { authorId: student.id, bytes: updateOf(1) });
    await api?.query(`CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''stopped''; END'`);
    await api?.query('CREATE TRIGGER stop BEFORE DELETE ON document_updates FOR EACH ROW EXECUTE FUNCTION stop()');
    await expect(repository.erase(id)).rejects.toThrow('stopped');
    expect(await repository.read(id)).toMatchObject({ deleted: false, updates: [expect.anything()] });
    await api?.query('DROP TRIGGER stop ON document_updates');
    await repository.erase(id);
    expect(await repository.read(id)).toMatchObject({ deleted: true, updates: [] });
    expect(await api?.query('SELECT seq FROM document_updates')).toEqual([]);
  });

  it('is in no export once it is deleted, though its updates were left', async () => {
    const { id, student, mentor, byStudent } = await writers();
    byStudent.write('a canary');
    await byStudent.save();
    const documentFor = async (member: TestUser) =>
      ((await api?.get('/api/users/me/export', member))?.body as { consults: { document: unknown }[] }).consults[0]
        ?.document;
    expect(await documentFor(student)).not.toBeNull();
    await api?.query('UPDATE documents SET deleted_at = now() WHERE consult_id = $1', [id]);
    expect([await documentFor(student), await documentFor(mentor)]).toEqual([null, null]);
  });

  it('is whole after many compactions at once, whichever comes first', async () => {
    const { repository, id, student, byMentor } = await writers();
    const doc = new Y.Doc();
    const states = [Y.encodeStateAsUpdate(doc)];
    for (let round = 0; round < 20; round += 1) {
      const numbers: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const before = Y.encodeStateVector(doc);
        doc.getText('notes').insert(0, `${round}.${n};`);
        const update = { authorId: student.id, bytes: Y.encodeStateAsUpdate(doc, before) };
        numbers.push((await repository.append(id, states.length - 1, update)) ?? 0);
        states.push(Y.encodeStateAsUpdate(doc));
      }
      const order = round % 2 ? numbers : numbers.reverse();
      await Promise.all(order.map((seq) => repository.compact(id, seq, states[seq] ?? Uint8Array.of(0, 0))));
      expect((await repository.read(id)).updates).toHaveLength(1);
    }
    expect(await byMentor.load()).toBe(100);
    expect(byMentor.text).toBe(doc.getText('notes').toString());
  });
});
