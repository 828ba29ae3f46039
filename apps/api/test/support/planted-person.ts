import { randomUUID } from 'node:crypto';
import type { CarryPractice, DrawQuestionResponse, ScriptResponse } from '@ieum/api-contract';
import * as Y from 'yjs';
import { createConsult } from './consult-fixtures';
import { plantWrittenFeedback } from './planted-written-feedback';
import type { TestAccounts, TestUser } from './test-accounts';
import { TestSocket } from './socket-client';
import { spokenAnswer } from './spoken-answer';
import { TestRecorder } from './test-recorder';

/** Words that stand nowhere else. */
class Canaries {
  private readonly all = new Map<string, string>();

  plant(where: string): string {
    const word = `canary-${this.all.size + 10}-${randomUUID().slice(0, 8)}`;
    this.all.set(where, word);
    return word;
  }

  /** Where one can leave nothing but the id of something. */
  plantId(where: string): string {
    const id = randomUUID();
    this.all.set(where, id);
    return id;
  }

  get planted(): ReadonlyMap<string, string> {
    return this.all;
  }
}

/** A document as the page's tools write it, a canary in each part. */
function planted(canaries: Canaries, by: 'student' | 'mentor'): Uint8Array {
  const doc = new Y.Doc();
  const heading = new Y.XmlElement('heading');
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('notes').insert(0, [heading, paragraph]);
  heading.setAttribute('level', '2');
  heading.insert(0, [new Y.XmlText(canaries.plant('notes: a heading'))]);
  paragraph.insert(0, [new Y.XmlText(canaries.plant('notes: a paragraph'))]);
  const records = doc.getMap('corrections');
  records.set(randomUUID(), { comment: canaries.plant('a comment of a correction'), by });
  doc.getArray('chat').push([
    { id: randomUUID(), by, text: canaries.plant('chat'), at: new Date().toISOString() },
    { id: randomUUID(), by, text: '', file: { name: canaries.plant('the name of a file') } },
  ]);
  doc.getMap('code').set('shown', { text: canaries.plant('code') });
  doc.getMap('board').set('a', { type: 'text', text: canaries.plant('the board') });
  doc.getMap('board').set('picture', { fileName: canaries.plant('the name of a picture') });
  doc.getMap('board').set('page', { name: canaries.plant('the name of a page of the board') });
  return Y.encodeStateAsUpdate(doc);
}

/**
 * Somebody who asked for help and helped, who is in a room now, and has left a canary wherever one can write. `mine` is
 * theirs; `given` is what they gave to the student they helped; `passing` is kept while they wait and is in no export.
 */
export async function plantPerson(api: TestAccounts) {
  const mine = new Canaries();
  const given = new Canaries();
  const passing = new Canaries();
  const email = `${mine.plant('e-mail')}@example.org`;
  const nickname = mine.plant('nickname').slice(0, 20);
  const person = await api.registerMentor({ email, nickname, wants: 'both', line: mine.plant('profile') });
  for (const browser of ['a browser', 'a second browser', 'a third browser'])
    await logIn(api, person, mine.plant(browser));

  const helped = await teach(api, person);
  const correction = { before: given.plant('before'), after: given.plant('after'), category: 'grammar' as const };
  await say(api, helped.path, person, {
    summary: given.plant('a summary that was sent'),
    practice: given.plant('practice that was sent'),
    corrections: [{ ...correction, comment: given.plant('a comment that was sent') }],
  });
  await api.post(`${helped.path}/feedback/send`, undefined, person);
  const drafted = await teach(api, person);
  await say(api, drafted.path, person, {
    summary: mine.plant('a summary that was never sent'),
    practice: mine.plant('practice that was never sent'),
    corrections: [
      {
        before: mine.plant('a draft’s before'),
        after: mine.plant('a draft’s after'),
        category: 'grammar',
        comment: mine.plant('a draft’s comment'),
      },
    ],
  });

  const asked = await learn(api, person, mine);
  await api.post(`${asked.path}/feedback/rating`, { rating: 5, thanks: mine.plant('thanks') }, person);
  await api.post(`/api/study/cards/${asked.id}`, { position: 0, knew: true, box: 0 }, person);
  await api.put('/api/practice/survey', { topics: ['music', 'weather'], level: 4 }, person);
  const practice = await practise(api, person, mine);
  await sitExam(api, person, mine);
  await plantWrittenFeedback(api, person, { mine, given });
  // Three requests a minute are what one may make.
  const message = mine.plant('a cancelled request for counselling');
  const cancelled = await createConsult(api, person, { kind: 'counselling', topic: 'mood', message });
  await api.post(`/api/consults/${cancelled.id}/cancel`, undefined, person);
  const waitsFor = mine.plant('a request that waits');
  const waiting = await createConsult(api, person, { kind: 'speaking', topic: 'opic', message: waitsFor, practice });
  const socket = await TestSocket.connect(api.url, person.accessToken);
  const sdp = `v=0\r\na=${passing.plant('an offer')}\r\n`;
  const offer = { peerId: randomUUID(), description: { type: 'offer' as const, sdp } };
  await socket.ask('waiting:offer', { consultId: waiting.id, offer });
  socket.close();
  const canaries = { mine: mine.planted, given: given.planted, passing: passing.planted };
  return { person, ...canaries, helped, drafted, asked };
}

/** A script with an older version, and a take with its transcript. */
async function practise(api: TestAccounts, person: TestUser, canaries: Canaries): Promise<CarryPractice> {
  const drawn = (await api.post('/api/practice/questions/draw', { topic: 'music' }, person))
    .body as DrawQuestionResponse;
  const path = `/api/scripts/of-question/${drawn.question.id}`;
  const saved = await api.put(path, { revision: 0, text: canaries.plant('an older script') }, person);
  const { script } = saved.body as ScriptResponse;
  await api.post(`/api/scripts/${script.id}/versions`, undefined, person);
  await api.put(path, { revision: script.revision, text: canaries.plant('a script') }, person);
  const take = new TestRecorder(api, person, drawn.question.id);
  await take.record(spokenAnswer(1));
  await api.query(`INSERT INTO transcripts (recording_id, status, text) VALUES ($1, 'done', $2)`, [
    take.id,
    canaries.plant('a transcript'),
  ]);
  return { scriptId: script.id, recordingIds: [take.id], shownBefore: true };
}

/** An exam, with what a page leaves in it: a listen, and a take that has not arrived. */
async function sitExam(api: TestAccounts, person: TestUser, canaries: Canaries): Promise<void> {
  const id = canaries.plantId('an exam');
  const first = `/api/exams/${id}/questions/1`;
  const answers = [
    await api.post('/api/exams', { id }, person),
    await api.post(`${first}/listens`, { id: canaries.plantId('a listen in an exam') }, person),
    await api.post(`${first}/takes`, { recordingId: canaries.plantId('a take of an exam') }, person),
  ];
  if (answers.some(({ status }) => status >= 300)) throw new Error('Nobody sat an exam.');
}

async function logIn(api: TestAccounts, { email, password }: TestUser, userAgent: string): Promise<void> {
  const answer = await api.post('/api/auth/login', { email, password }, undefined, { 'user-agent': userAgent });
  if (answer.status !== 200) throw new Error('Nobody logged in.');
}

async function say(api: TestAccounts, path: string, mentor: TestUser, draft: object): Promise<void> {
  const saved = await api.put(`${path}/feedback`, { version: 0, ...draft }, mentor);
  if (saved.status !== 200) throw new Error(`No feedback: ${JSON.stringify(saved.body)}`);
}

/** The person helps somebody to the end. */
async function teach(api: TestAccounts, person: TestUser) {
  const student = await api.registerStudent();
  const consult = await meet(api, student, person, 'somebody else asks');
  await api.post(`${consult.path}/end`, undefined, person);
  return { student, ...consult };
}

/** The person is helped to the end, and a document is kept. */
async function learn(api: TestAccounts, person: TestUser, canaries: Canaries) {
  const mentor = await api.registerMentor();
  const consult = await meet(api, person, mentor, canaries.plant('a request'));
  const update = Buffer.from(planted(canaries, 'student')).toString('base64');
  const kept = await api.post(`${consult.path}/document/updates`, { update }, person);
  if (kept.status !== 201) throw new Error(`No document: ${JSON.stringify(kept.body)}`);
  await say(api, consult.path, mentor, {
    summary: canaries.plant('a summary about them'),
    practice: canaries.plant('practice for them'),
    corrections: [
      {
        before: canaries.plant('what they said'),
        after: canaries.plant('what they could say'),
        category: 'grammar',
        comment: canaries.plant('a comment about them'),
      },
    ],
  });
  await api.post(`${consult.path}/end`, undefined, mentor);
  await api.post(`${consult.path}/feedback/send`, undefined, mentor);
  return { mentor, ...consult };
}

/** Both are in the room, so that the consult is live; then their sockets go. */
async function meet(api: TestAccounts, student: TestUser, mentor: TestUser, message: string) {
  const { id } = await createConsult(api, student, { message });
  await api.post(`/api/consults/${id}/accept`, undefined, mentor);
  const sockets = [];
  for (const { accessToken } of [student, mentor]) {
    const socket = await TestSocket.connect(api.url, accessToken);
    await socket.ask('room:join', { consultId: id, peerId: randomUUID() });
    sockets.push(socket);
  }
  for (const socket of sockets) socket.close();
  return { id, path: `/api/consults/${id}` };
}
