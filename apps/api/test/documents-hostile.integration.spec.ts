import { DOCUMENT_MAX_BYTES } from '@ieum/api-contract';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DocumentPolicy } from '../src/documents/document-limit';
import { DocumentMerger } from '../src/documents/document-merger';
import { WorkerMerger } from '../src/documents/worker-merger';
import { codeOf, live, matched } from './support/consult-fixtures';
import { DocumentWriter } from './support/document-writer';
import { MANY, startTestApi, type TestApi } from './support/test-api';

const MANY_DOCUMENTS = [DocumentPolicy, { writes: MANY, reads: MANY, refusals: MANY }] as const;

const ENDLESS = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => { for (;;) {} });
    parentPort.postMessage('ready');`)}`,
);

/** An update of so many bytes, and a few. */
function updateOf(bytes: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'x'.repeat(bytes));
  return Y.encodeStateAsUpdate(doc);
}

describe('a hostile update of a document', () => {
  let api: TestApi | undefined;
  afterEach(() => api?.close());

  async function writers(overrides: Parameters<typeof startTestApi>[0]) {
    api = await startTestApi(overrides);
    const pair = await matched(api);
    const path = `/api/consults/${pair.id}/document`;
    const byStudent = new DocumentWriter(api, pair.student, path);
    const byMentor = new DocumentWriter(api, pair.mentor, path);
    return { api, path, student: pair.student, byStudent, byMentor };
  }

  it('is refused when it is none, and changes nothing', async () => {
    const { api, path, student, byStudent, byMentor } = await writers({ overrides: [MANY_DOCUMENTS] });
    byStudent.write('ours');
    await byStudent.save();
    const answer = await byMentor.send(Buffer.from('this is no update'));
    expect([answer.status, codeOf(answer)]).toEqual([400, 'documents/malformed']);
    for (const update of ['', 'AAA', '!!!!', 'AAA-', 7, null]) {
      expect(codeOf(await api.post(`${path}/updates`, { update }, student))).toBe('request/invalid');
    }
    expect(await byMentor.load()).toBe(1);
    expect(byMentor.text).toBe('ours');
  });

  it('of a thousand mutated ones is taken or refused, and the document can always be read', async () => {
    const { api, byStudent, byMentor } = await writers({ overrides: [MANY_DOCUMENTS] });
    for (const word of ['one ', 'two ', 'three ']) {
      byStudent.write(word);
      await byStudent.save();
    }
    const sound = Y.encodeStateAsUpdate(byStudent.doc);
    const statuses = new Map<number, number>();
    for (let n = 0; n < 1000; n += 1) {
      const mutated = Uint8Array.from(sound);
      for (let change = 0; change <= n % 3; change += 1) {
        mutated[(n * 31 + change * 17) % mutated.length] = (n * 7 + change * 101) % 256;
      }
      const { status } = await byMentor.send(mutated);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([201, 400]);
    await byMentor.load();
    for (const word of ['one', 'two', 'three']) expect(byMentor.text).toContain(word);
    expect((await api.get('/api/health/ready')).status).toBe(200);
  }, 120_000);

  it('that never ends is ended, while every other request goes on', async () => {
    const merger = new WorkerMerger({ watchdogMs: 1000, program: ENDLESS });
    const { api, student, byStudent } = await writers({ overrides: [[DocumentMerger, merger]] });
    byStudent.write('endless');
    let over = false;
    const endless = byStudent.save().finally(() => (over = true));
    let served = 0;
    while (!over) {
      expect((await api.get('/api/consults/current', student)).status).toBe(200);
      served += 1;
    }
    const answer = await endless;
    expect([answer.status, codeOf(answer)]).toEqual([400, 'documents/malformed']);
    expect(served).toBeGreaterThan(20);
  });

  it('stops who sends many of them', async () => {
    const { byStudent, byMentor } = await writers({});
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) codes.push(codeOf(await byStudent.send(Buffer.from('this is no update'))));
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'documents/malformed'), 'request/rate-limited']);
    byMentor.write('goes on');
    expect((await byMentor.save()).status).toBe(201);
  });

  it('that is too large is refused, alone and with what there is', async () => {
    const { api, path, student, byStudent, byMentor } = await writers({ overrides: [MANY_DOCUMENTS] });
    const alone = await byStudent.send(updateOf(DOCUMENT_MAX_BYTES));
    expect([alone.status, codeOf(alone)]).toEqual([413, 'documents/too-large']);
    const huge = await api.post(`${path}/updates`, { update: 'A'.repeat(9 * 1024 * 1024) }, student);
    expect([huge.status, codeOf(huge)]).toEqual([413, 'request/too-large']);
    const half = DOCUMENT_MAX_BYTES / 2;
    expect((await byStudent.send(updateOf(half))).status).toBe(201);
    const together = await byMentor.send(updateOf(half));
    expect([together.status, codeOf(together)]).toEqual([413, 'documents/too-large']);
    await byMentor.load();
    expect(byMentor.text).toHaveLength(half);
  });

  it('does not keep the server from its end', async () => {
    const merger = new WorkerMerger({ watchdogMs: 60_000, program: ENDLESS });
    api = await startTestApi({ overrides: [[DocumentMerger, merger]] });
    const call = await live(api);
    const writer = new DocumentWriter(api, call.student, `/api/consults/${call.id}/document`);
    writer.write('endless');
    const cut = expect(writer.save()).rejects.toThrow();
    await api.get('/api/consults/current', call.student);
    for (const socket of [call.studentSocket, call.mentorSocket]) socket.close();
    await api.close();
    api = undefined;
    await cut;
  });
});
