import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { expectMediaToFlow, meet } from '../support/call';
import { FirefoxPerson, launchFirefox } from '../support/firefox';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
let firefox: Browser;
test.beforeAll(async () => {
  server = await IeumServer.start();
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox.close();
  await server.stop();
});

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

test('a student in Firefox and a mentor in Chromium see and hear each other, also after a reload', async ({
  browser,
}) => {
  const student = await FirefoxPerson.student(firefox, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.reload();
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});
