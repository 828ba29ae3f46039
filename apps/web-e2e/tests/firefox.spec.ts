import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { expectMediaToFlow, meet } from '../support/call';
import { expectOpen, selectIn } from '../support/corrections';
import { cardOf, expectSaved, fileOf, offer, openFiles } from '../support/files';
import { FirefoxPerson, launchFirefox } from '../support/firefox';
import { expectSameNotes, goTo, notesOf, openNotes } from '../support/notes';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
let firefox: Browser;
let folder: string;
test.beforeAll(async () => {
  server = await IeumServer.start();
  folder = await mkdtemp(path.join(tmpdir(), 'ieum-firefox-'));
  firefox = await launchFirefox({ downloads: folder });
});
test.afterAll(async () => {
  await firefox.close();
  await rm(folder, { recursive: true });
  await server.stop();
});

/** Runs in the page: seconds of the shown screen's picture that were played; Firefox counts no frames of streams. */
const playedOfScreen = () => {
  const video = document.querySelector<HTMLVideoElement>('[data-testid=remote-screen]');
  return video && video.videoWidth > 0 ? video.currentTime : 0;
};
/** Runs in the page: a Firefox without a display has no screen to show. */
function showTestPicture(): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d');
  let drawn = 0;
  setInterval(() => {
    if (context) context.fillStyle = `hsl(${(drawn += 10)} 90% 50%)`;
    context?.fillRect(0, 0, canvas.width, canvas.height);
  }, 100);
  navigator.mediaDevices.getDisplayMedia = () => Promise.resolve(canvas.captureStream());
}
const expectScreen = (played: () => Promise<number>) => expect.poll(played).toBeGreaterThan(1);

test('a student in Chromium and a mentor in Firefox see, hear and read each other, also after a reload', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await FirefoxPerson.mentor(firefox, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);

  await test.step('the microphone of either that is switched off shows at the other', async () => {
    const muted = student.page.getByRole('img', { name: `${mentor.nickname}’s microphone is off` });
    await mentor.press('Microphone');
    await expect(muted).toBeVisible();
    await mentor.press('Microphone');
    await expect(muted).toHaveCount(0);
    await student.press('Camera');
    await mentor.sees('img', `${student.nickname}’s camera is off`);
    await student.press('Camera');
  });

  await test.step('chat goes both ways', async () => {
    await student.press('Chat');
    await student.page.getByLabel('Write a message').fill('from Chromium');
    await student.page.keyboard.press('Enter');
    await mentor.press('Chat, 1 unread');
    await mentor.reads('from Chromium');
    await mentor.enter('Write a message', 'from Firefox');
    await expect(student.page.getByRole('log')).toContainText('from Firefox');
  });

  await test.step('the mentor reloads', async () => {
    await mentor.reload();
    await expectMediaToFlow(student, mentor);
  });
  await student.close();
  await mentor.close();
});

test('a student in Firefox and a mentor in Chromium see and hear each other, also after a reload and a lost connection', async ({
  browser,
}) => {
  const student = await FirefoxPerson.student(firefox, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.reload();
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) {
    await person.loseConnection();
    await expect.poll(async () => (await person.received()).connections).toBe(1);
    await expectMediaToFlow(student, mentor);
  }
  await student.close();
  await mentor.close();
});

test('Chromium and Firefox show each other their screens, and send each other files', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await FirefoxPerson.mentor(firefox, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);

  await test.step('screens', async () => {
    await student.press('Show screen');
    await mentor.sees('figure', `Screen of ${student.nickname}`);
    await expectScreen(() => mentor.page.evaluate(playedOfScreen));
    await mentor.page.evaluate(showTestPicture);
    await mentor.press('Show screen');
    await expectScreen(() => student.page.evaluate(playedOfScreen));
    await mentor.press('Stop showing');
    await expect(student.page.getByTestId('remote-screen')).toHaveCount(0);
    await student.press('Stop showing');
  });

  await test.step('a file from Chromium', async () => {
    const file = fileOf('from-chromium.bin', 3_000_000);
    await offer(student.page, file);
    await mentor.press('Files, 1 unread');
    await mentor.press('Accept');
    await expect(cardOf(student.page, file.name)).toContainText(`${mentor.nickname} has it.`, { timeout: 60_000 });
    await mentor.follow('Save');
    const saved = path.join(folder, file.name);
    await expect.poll(async () => existsSync(saved) && file.buffer.equals(await readFile(saved))).toBe(true);
  });

  await test.step('a file from Firefox', async () => {
    const file = fileOf('from-firefox.bin', 3_000_000);
    await writeFile(path.join(folder, file.name), file.buffer);
    await mentor.choose(path.join(folder, file.name));
    await openFiles(student.page);
    const card = cardOf(student.page, file.name);
    await card.getByRole('button', { name: 'Accept' }).click();
    await expectSaved(card, file);
  });
  await student.close();
  await mentor.close();
});

test('Chromium and Firefox write the same notes, and a correction of one is accepted in the other', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await FirefoxPerson.mentor(firefox, server);
  await meet(student, mentor);
  await mentor.press('Notes');
  // Opened, they take the focus, with the next picture that is drawn; nothing else may have it before.
  await expect.poll(() => mentor.isFocused('textbox', 'Notes of both of you')).toBe(true);
  await mentor.write('Notes of both of you', 'I go home');
  await openNotes(student.page);
  await expectSameNotes([student.page], 'I go home');

  await test.step('the mentor corrects in Firefox, the student accepts in Chromium', async () => {
    await mentor.check('radio', 'Correct');
    await mentor.with('textbox', 'Notes of both of you', selectIn, [2, 4] as const);
    await mentor.page.keyboard.type('went');
    await expectOpen(student.page, 'go → went');
    await student.press('Accept: go → went');
    await expectSameNotes([student.page], 'I went home');
    await mentor.reads('I went home');
  });

  await test.step('both write', async () => {
    await mentor.check('switch', `Let ${student.nickname} write`);
    const notes = notesOf(student.page);
    await expect(notes).toHaveAttribute('contenteditable', 'true');
    await goTo(notes, 'End');
    await notes.press('Enter');
    await notes.pressSequentially('나는 집에 간다');
    await mentor.reads('나는 집에 간다');
    await expectSameNotes([student.page], 'I went home', '나는 집에 간다');
  });
  await student.close();
  await mentor.close();
});
