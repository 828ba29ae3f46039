import type {
  CarriedPracticeResponse,
  ConsultResponse,
  CreateConsultRequest,
  ScriptResponse,
} from '@ieum/api-contract';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { correctionsOf, startCorrecting } from '../support/corrections';
import { expectMediaToFlow } from '../support/call';
import { expectGoodLooks } from '../support/looks';
import { notesOf, openNotes } from '../support/notes';
import type { Person } from '../support/person';
import { drawQuestion, uploadTake } from '../support/practice';
import { openTool } from '../support/room-tool';
import { setUpRooms } from '../support/rooms';

const TEXT = 'I go to the park.\n\nIt is quiet there.';

/** As long as a reload takes, and more. */
const LENGTH_S = 20;

const rooms = setUpRooms();

/** Nothing of a page’s sounds is in its document. */
async function rememberSounds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { Audio: Original } = globalThis;
    const sounds: HTMLAudioElement[] = [];
    const remember = function (this: unknown, src?: string) {
      const sound = new Original(src);
      sounds.push(sound);
      return sound;
    };
    Object.assign(globalThis, { Audio: remember, sounds });
  });
}

/** Where the take is that this page plays, in seconds, and when that was; `null`: it plays none. */
const heardOn = (page: Page) =>
  page.evaluate(() => {
    const { sounds } = globalThis as unknown as { readonly sounds: readonly HTMLAudioElement[] };
    const playing = sounds.find((sound) => !sound.paused && !sound.ended && sound.src !== '');
    return playing ? { at: playing.currentTime, when: Date.now() } : null;
  });

/** How far the two are apart, in seconds. */
async function driftBetween(one: Page, other: Page): Promise<number> {
  const [a, b] = await Promise.all([heardOn(one), heardOn(other)]);
  return a && b ? Math.abs(a.at - b.at - (a.when - b.when) / 1_000) : Number.POSITIVE_INFINITY;
}

/** A student with a script of a question and a take of it. */
async function prepare(student: Person) {
  const question = await drawQuestion(student, ['parks']);
  const path = `/api/scripts/of-question/${question.id}`;
  const { script } = (await student.api('put', path, { revision: 0, text: TEXT })) as ScriptResponse;
  const recordingId = await uploadTake(student, question.id, LENGTH_S);
  return { question, script, recordingId };
}

/** A mentor who took the request of a student that carries what they practised. */
async function inRoom(browser: Browser) {
  const people = await rooms.people(browser);
  const { student, mentor } = people;
  for (const { page } of [student, mentor]) await rememberSounds(page);
  const carried = await prepare(student);
  const request: CreateConsultRequest = {
    requestId: crypto.randomUUID(),
    kind: 'speaking',
    topic: 'opic',
    message: 'Please listen to my answer',
    language: 'en',
    practice: { scriptId: carried.script.id, recordingIds: [carried.recordingId], shownBefore: false },
  };
  const { consult } = (await student.api('post', '/api/consults', request)) as ConsultResponse;
  await student.open(`/wait/${consult.id}`);
  await mentor.open('/live');
  await mentor.press(`Accept the request of ${student.nickname}`);
  for (const person of [student, mentor]) await person.arriveAt(`/room/${consult.id}`);
  await expectMediaToFlow(student, mentor);
  return { ...people, ...carried, consultId: consult.id };
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Practice', exact: true });

test('a take is heard by both at once, a moment of it is marked, and what is accepted becomes the next version', async ({
  browser,
}) => {
  const { student, mentor, question, consultId, close } = await inRoom(browser);
  const [s, m] = [student.page, mentor.page];
  await openTool(m, 'Practice');
  await expect(panelOf(m).getByText(question.text)).toBeVisible();

  await test.step('played by the mentor, heard by the student whose panel is closed', async () => {
    await mentor.press('Play for both: Take 1');
    await expect.poll(() => heardOn(s)).not.toBeNull();
    await expect.poll(() => driftBetween(m, s)).toBeLessThan(0.3);
    await expect(s.getByText(`${mentor.nickname} plays Take 1.`)).toBeAttached();
    await openTool(s, 'Practice');
    await student.press('Pause for both: Take 1');
    await expect.poll(() => heardOn(m)).toBeNull();
    expect(await heardOn(s)).toBeNull();
  });

  await test.step('a moment is marked by the mentor, and heard again by both', async () => {
    await mentor.press('Mark this moment');
    await m.getByRole('textbox', { name: 'What is it about?' }).fill('the tense');
    await expectGoodLooks(m, 'a moment is marked', ['desk']);
    await mentor.press('Keep');
    await expect(panelOf(s).getByText('the tense')).toBeVisible();
    await expectGoodLooks(s, 'practice in the room');
    await s.getByRole('button', { name: /^Hear again: Take 1/u }).click();
    await expect.poll(() => driftBetween(m, s)).toBeLessThan(0.3);
  });

  await test.step('the other side is caught up with after a reload', async () => {
    await m.getByRole('button', { name: /^Hear again: Take 1/u }).click();
    // From its beginning, so that it still plays when the page is there again.
    await m.getByRole('slider', { name: 'Position: Take 1' }).press('Home');
    await s.reload();
    await expect.poll(() => heardOn(s)).not.toBeNull();
    await expect.poll(() => driftBetween(m, s)).toBeLessThan(0.3);
  });

  await test.step('opened in the notes, corrected there, and made the next version', async () => {
    await mentor.press('Open in the notes');
    await openNotes(m);
    await expect(notesOf(m).getByText('I go to the park.')).toBeVisible();
    await startCorrecting(m);
    await notesOf(m).getByText('I go to the park.').click();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
      await notesOf(m).press(key);
    }
    await notesOf(m).pressSequentially('went');
    await openNotes(s);
    await expect(correctionsOf(s)).toBeVisible();
    await student.press('Accept: go → went');
    await openTool(s, 'Practice');
    await student.press('Make this the script’s next version');
    await expect(panelOf(s).getByText('It is the script’s next version now.')).toBeVisible();
    await openTool(m, 'Practice');
    await expect(panelOf(m).getByText('It is the script’s next version now.')).toBeVisible();
    const path = `/api/consults/${consultId}/practice`;
    const { practice } = (await student.api('get', path)) as CarriedPracticeResponse;
    expect(practice?.script.text).toBe(TEXT.replace('go', 'went'));
  });

  await test.step('after the meeting the moment is there to be heard again, by the student for good', async () => {
    await mentor.api('post', `/api/consults/${consultId}/end`);
    for (const person of [mentor, student]) {
      const { page } = person;
      await person.arriveAt(`/consults/${consultId}/feedback`);
      await expect(page.getByText('the tense')).toBeVisible();
      await page.getByRole('button', { name: /^Play from .*: Take 1$/u }).click();
      await expect.poll(() => heardOn(page)).not.toBeNull();
    }
    await expectGoodLooks(s, 'moments after the meeting');
    await student.press('Delete the moments');
    await student.press('Delete for good');
    await expect(s.getByText('The moments are deleted. The takes themselves stay.')).toBeVisible();
    await expect(s.getByText('the tense')).toBeHidden();
    const path = `/api/consults/${consultId}/practice`;
    const { practice } = (await student.api('get', path)) as CarriedPracticeResponse;
    expect(practice?.takes).toHaveLength(1);
  });
  await close();
});
