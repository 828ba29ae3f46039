import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentPolicy } from '../src/documents/document-limit';
import { codeOf, createConsult, live, matched } from './support/consult-fixtures';
import { DocumentWriter, seqOf } from './support/document-writer';
import { MANY, startTestApi, type TestApi } from './support/test-api';

const NOTHING = { update: null, seq: 0 };

describe('the document of a consult', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ overrides: [[DocumentPolicy, { writes: MANY, reads: MANY, refusals: MANY }]] });
  });
  afterAll(() => api.close());

  const pathOf = (id: string) => `/api/consults/${id}/document`;
  const rowsOf = async (id: string) =>
    (await api.query<{ seq: number }>('SELECT seq FROM document_updates WHERE consult_id = $1 ORDER BY seq', [id])).map(
      ({ seq }) => seq,
    );

  async function room() {
    const call = await live(api);
    const path = pathOf(call.id);
    const close = () => {
      call.studentSocket.close();
      call.mentorSocket.close();
    };
    return {
      ...call,
      path,
      byStudent: new DocumentWriter(api, call.student, path),
      byMentor: new DocumentWriter(api, call.mentor, path),
      end: () => api.post(`/api/consults/${call.id}/end`, undefined, call.mentor),
      close,
    };
  }

  it('holds what both members wrote, and gives it to whoever loads it', async () => {
    const { path, student, byStudent, byMentor, close } = await room();
    expect((await api.get(path, student)).body).toEqual(NOTHING);
    byStudent.write('통분이 어려워요. ');
    byMentor.write('Let us see. ');
    const answers = [await byStudent.save(), await byMentor.save()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(seqOf)).toEqual([1, 2]);
    expect([await byStudent.load(), await byMentor.load()]).toEqual([2, 2]);
    expect(byStudent.text).toBe(byMentor.text);
    expect(byStudent.text).toHaveLength('통분이 어려워요. Let us see. '.length);
    close();
  });

  it('can be written from the match on, and not while the request waits', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const early = new DocumentWriter(api, student, pathOf(id));
    early.write('early');
    const refused = await early.save();
    expect([refused.status, codeOf(refused)]).toEqual([409, 'documents/closed']);
    expect((await api.get(pathOf(id), student)).body).toEqual(NOTHING);
    const pair = await matched(api);
    const writer = new DocumentWriter(api, pair.mentor, pathOf(pair.id));
    writer.write('welcome');
    expect((await writer.save()).status).toBe(201);
  });

  it('does not exist for anybody else', async () => {
    const { path, byStudent, close } = await room();
    byStudent.write('ours');
    await byStudent.save();
    const stranger = await api.registerMentor();
    const answers = [
      await api.get(path, stranger),
      await api.post(`${path}/updates`, { update: 'AAA=' }, stranger),
      await api.delete(path, stranger),
    ];
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      answers.map(() => [404, 'consults/not-found']),
    );
    close();
  });

  it('of counselling is not kept, and both are told so', async () => {
    const { id, student, mentor } = await matched(api, { kind: 'counselling', topic: 'mood' });
    for (const member of [student, mentor]) {
      const writer = new DocumentWriter(api, member, pathOf(id));
      writer.write('between us');
      const answers = [await writer.save(), await api.get(pathOf(id), member), await api.delete(pathOf(id), member)];
      expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
        answers.map(() => [409, 'documents/not-kept']),
      );
    }
    expect(await rowsOf(id)).toEqual([]);
  });

  it('keeps everything that both sides save at the same time', async () => {
    const { id, byStudent, byMentor, close } = await room();
    const saves = Array.from({ length: 20 }, (_, n) =>
      [byStudent, byMentor].map((writer, side) => {
        writer.write(`${side ? 'm' : 's'}${n};`);
        return writer.save();
      }),
    ).flat();
    const numbers = (await Promise.all(saves)).map(seqOf);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    await byStudent.load();
    await byMentor.load();
    expect(byStudent.text).toBe(byMentor.text);
    expect(byStudent.text.match(/[sm]\d+;/gu)).toHaveLength(40);
    expect(await rowsOf(id)).toHaveLength(40);
    close();
  });

  it('is compacted while it grows and when the consult ends, and stays the same', async () => {
    const { id, student, byStudent, byMentor, end, close } = await room();
    for (let n = 0; n < 51; n += 1) {
      byStudent.write(`line ${n}\n`);
      await byStudent.save();
      expect((await rowsOf(id)).length).toBeLessThanOrEqual(50);
    }
    expect(await rowsOf(id)).toEqual([51]);
    byStudent.write('after\n');
    await byStudent.save();
    expect(await rowsOf(id)).toEqual([51, 52]);
    await byMentor.load();
    expect(byMentor.text).toBe(byStudent.text);
    await end();
    await api.until(async () => (await rowsOf(id)).length === 1);
    const late = new DocumentWriter(api, student, byMentor.path);
    expect(await late.load()).toBe(52);
    expect(late.text).toBe(byStudent.text);
    close();
  });

  it('takes what a tab had not sent for ten minutes after the end, and is read for ever', async () => {
    const { id, student, mentor, byStudent, byMentor, end, close } = await room();
    byStudent.write('during. ');
    await byStudent.save();
    await end();
    byMentor.write('after. ');
    expect((await byMentor.save()).status).toBe(201);
    await api.until(async () => (await rowsOf(id)).length === 1);
    await api.query(`UPDATE consults SET closed_at = closed_at - interval '11 minutes' WHERE id = $1`, [id]);
    byMentor.write('late. ');
    const late = await byMentor.save();
    expect([late.status, codeOf(late)]).toEqual([409, 'documents/closed']);
    for (const member of [student, mentor]) {
      const reader = new DocumentWriter(api, member, pathOf(id));
      expect(await reader.load()).toBe(2);
      expect(reader.text.split('. ').sort()).toEqual(['', 'after', 'during']);
    }
    close();
  });

  it('is the student’s to delete once the consult is over, and no tab brings it back', async () => {
    const { id, path, student, mentor, byStudent, byMentor, end, close } = await room();
    byStudent.write('a canary');
    await byStudent.save();
    const early = await api.delete(path, student);
    expect([early.status, codeOf(early)]).toEqual([409, 'documents/in-use']);
    await end();
    expect(codeOf(await api.delete(path, mentor))).toBe('auth/forbidden');
    expect([(await api.delete(path, student)).status, (await api.delete(path, student)).status]).toEqual([204, 204]);
    for (const member of [student, mentor]) expect((await api.get(path, member)).body).toEqual(NOTHING);
    byMentor.write('again');
    for (const writer of [byStudent, byMentor]) expect(codeOf(await writer.save())).toBe('documents/closed');
    expect(await rowsOf(id)).toEqual([]);
    close();
  });

  it('can be forbidden before anything was written', async () => {
    const { path, student, byMentor, end, close } = await room();
    await end();
    expect((await api.delete(path, student)).status).toBe(204);
    byMentor.write('late');
    expect(codeOf(await byMentor.save())).toBe('documents/closed');
    close();
  });
});
