import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConsultResponse, ScriptResponse } from '@ieum/api-contract';
import { expect, type Page, test } from '@playwright/test';
import * as Y from 'yjs';
import { expectMediaToFlow } from '../support/call';
import { Person } from '../support/person';
import { drawQuestion, uploadTake } from '../support/practice';
import { IeumServer } from '../support/server';
import { SpeechService } from '../support/speech-service';

const FOLDER = resolve(process.env['SCREENSHOTS'] ?? 'test-results/screens');
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const TEXT = 'Yesterday I went to the park after school. It was quiet there, and I read under a tall tree.';
const FIRST = 'Yesterday I go … … to park after school. It was … quiet and I read';
const NAMES = { 'ko-KR': ['하루', '서연'], 'en-US': ['Haru', 'Seoyeon'] } as const;

let speech: SpeechService;
let server: IeumServer;
test.beforeAll(async () => {
  speech = await SpeechService.start(FIRST, TEXT);
  server = await IeumServer.start({ TRANSCRIPTION_URL: speech.url });
});
test.afterAll(async () => {
  await server.stop();
  await speech.stop();
});

/** A script with two takes, both of which are text. */
async function practise(student: Person) {
  const question = await drawQuestion(student);
  const path = `/api/scripts/of-question/${question.id}`;
  const { script } = (await student.api('put', path, { revision: 0, text: TEXT })) as ScriptResponse;
  const recordingIds = [];
  for (const seconds of [6, 9]) recordingIds.push(await uploadTake(student, question.id, seconds));
  for (const id of recordingIds) {
    await student.api('post', `/api/recordings/${id}/transcript`);
    const status = async () => JSON.stringify(await student.api('get', `/api/recordings/${id}/transcript`));
    await expect.poll(status).toContain('"done"');
  }
  return { question, script, recordingIds };
}

for (const locale of ['ko-KR', 'en-US'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of ['desk', 'phone'] as const) {
      test(`practice ${locale} ${colorScheme} ${size}`, async ({ browser }) => {
        const look = { locale, colorScheme, viewport: SIZES[size] };
        const shoot = async (page: Page, name: string, fullPage = true) => {
          mkdirSync(FOLDER, { recursive: true });
          const path = `${FOLDER}/${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`;
          await page.screenshot({ path, fullPage, animations: 'disabled' });
        };
        const [student, mentor] = [
          await Person.student(browser, server, { nickname: NAMES[locale][0] }, look),
          await Person.mentor(browser, server, { nickname: NAMES[locale][1] }, look),
        ];
        const visit = async ({ page }: Person, path: string, name: string) => {
          await page.goto(path);
          await expect(page.locator('h1')).toBeVisible();
          await page.waitForLoadState('networkidle');
          await shoot(page, name);
        };
        const { question, script, recordingIds } = await practise(student);
        await visit(student, '/practice', 'practice');
        await visit(student, '/practice/scripts', 'practice-scripts');
        await visit(student, '/practice/exams', 'practice-exams');
        await visit(student, '/practice/progress', 'practice-progress');
        await visit(student, `/practice/questions/${question.id}`, 'practice-answer');
        await visit(student, `/practice/questions/${question.id}/compare`, 'practice-compare');
        await visit(student, `/practice/questions/${question.id}?ask=1`, 'practice-ask');

        const id = randomUUID();
        await student.api('post', '/api/written-feedback', { id, scriptId: script.id, recordingIds, note: 'OPIc IM3' });
        await visit(student, '/practice/feedback', 'written-waiting');
        await visit(mentor, '/written-feedback', 'written-jobs');
        const job = `/api/mentors/me/written-feedback/${id}`;
        await mentor.api('post', `${job}/claim`);
        await visit(mentor, `/written-feedback/${id}`, 'written-job');
        const [recordingId] = recordingIds;
        const draft = {
          revision: 1,
          text: TEXT.replace('quiet there', 'very quiet there').replace('a tall', 'the tall'),
          comment: '과거형을 잘 썼어요.\nThe past tense is right everywhere.',
          moments: [{ recordingId, atMs: 2_000, text: 'went, not go' }],
        };
        await mentor.api('put', `${job}/draft`, draft);
        await mentor.api('post', `${job}/answer`, { revision: 2 });
        await visit(student, `/practice/feedback/${id}`, 'written-answer');

        const { consult } = (await student.api('post', '/api/consults', {
          requestId: randomUUID(),
          kind: 'speaking',
          topic: 'opic',
          message: question.text.slice(0, 200),
          language: locale.slice(0, 2),
          practice: { scriptId: script.id, recordingIds, shownBefore: true },
        })) as ConsultResponse;
        await student.page.goto(`/wait/${consult.id}`);
        await visit(mentor, '/live', 'practice-card');
        await mentor.api('post', `/api/consults/${consult.id}/accept`);
        await mentor.page.goto(`/room/${consult.id}`);
        await expectMediaToFlow(student, mentor);
        await mentor.page.keyboard.press('r');
        await expect(mentor.page.getByText(question.text)).toBeVisible();
        await shoot(mentor.page, 'room-practice', false);
        const doc = new Y.Doc();
        const moment = { recordingId, atMs: 3_000, text: 'went, not go', correctionId: null, by: 'mentor' };
        doc.getMap('practice').set(`moment:${randomUUID()}`, moment);
        const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
        await mentor.api('post', `/api/consults/${consult.id}/document/updates`, { update });
        await mentor.api('post', `/api/consults/${consult.id}/end`);
        await student.arriveAt(`/consults/${consult.id}/feedback`);
        await expect(student.page.getByText('went, not go')).toBeVisible();
        await shoot(student.page, 'practice-moments');
        for (const person of [student, mentor]) await person.close();
      });
    }
  }
}
