import { type Browser, expect, test } from '@playwright/test';
import { ask, expectMediaToFlow } from '../support/call';
import { cardOf, fileOf, offer } from '../support/files';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const WORDS = {
  'en-US': {
    agree: 'Call all the same',
    more: 'More',
    devices: 'Microphone, camera, speaker',
    microphone: 'Choose microphone and speaker',
    camera: 'Choose camera',
    safety: 'Safety code',
    share: 'Show screen',
    stop: 'Stop showing',
    again: 'Show again',
    leave: 'Leave',
    leaveOnly: 'Leave, come back later',
    comeBack: 'Go back in',
  },
  'ko-KR': {
    agree: '그래도 통화하기',
    more: '더 보기',
    devices: '마이크, 카메라, 스피커',
    microphone: '마이크와 스피커 고르기',
    camera: '카메라 고르기',
    safety: '안전 코드',
    share: '화면 보여 주기',
    stop: '그만 보여 주기',
    again: '다시 보여 주기',
    leave: '나가기',
    leaveOnly: '나갔다가 다시 오기',
    comeBack: '다시 들어가기',
  },
} as const;

type Locale = keyof typeof WORDS;

/** A minor, and no relay: both are asked about addresses first. */
async function meetAndBeAsked(browser: Browser, locale: Locale) {
  const look = { locale, reducedMotion: 'reduce' } as const;
  const student = await Person.student(browser, server, { ageBand: '14-to-18' }, look);
  const mentor = await Person.mentor(browser, server, {}, look);
  await server.approve(mentor.email);
  await ask(student);
  await mentor.open('/live');
  await mentor.page.getByRole('button', { name: new RegExp(student.nickname) }).click();
  for (const { page } of [student, mentor]) {
    await expect(page.getByRole('button', { name: WORDS[locale].agree })).toBeVisible();
  }
  return { student, mentor };
}

for (const locale of ['ko-KR', 'en-US'] as const) {
  test(`what a call opens is accessible, by light and in the dark, and fits a phone (${locale})`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const m = WORDS[locale];
    const { student, mentor } = await meetAndBeAsked(browser, locale);
    const { page } = mentor;
    const { keyboard } = page;
    const dialog = page.getByRole('dialog');
    await expectGoodLooks(page, 'the question about addresses');
    for (const person of [student, mentor]) await person.press(m.agree);
    await expectMediaToFlow(student, mentor);
    // Two cameras would only make everything slow.
    for (const each of [student, mentor]) await each.page.keyboard.press('v');
    await expect(page.getByRole('figure', { name: new RegExp(student.nickname) }).getByRole('img')).toBeVisible();

    await test.step('panels', async () => {
      await keyboard.press('q');
      await expect(page.getByRole('table')).toBeVisible();
      await expectGoodLooks(page, 'the details');
      await keyboard.press('c');
      await page.getByRole('textbox').fill('https://example.org/fractions');
      await keyboard.press('Enter');
      await expect(page.getByRole('log')).toContainText('example.org');
      await expectGoodLooks(page, 'the chat');
      await keyboard.press('Escape');
      await offer(student.page, fileOf('fractions.pdf', 2_000, 'application/pdf'));
      await keyboard.press('a');
      await expect(cardOf(page, 'fractions.pdf')).toBeVisible();
      await expectGoodLooks(page, 'the files');
      await expectGoodLooks(student.page, 'the files that are offered');
      await keyboard.press('a');
    });

    await test.step('a tablet, held upright', async () => {
      await page.setViewportSize({ width: 768, height: 1024 });
      for (const button of await page.getByRole('toolbar').first().getByRole('button').all()) {
        if (await button.isVisible()) await expect(button).toBeInViewport({ ratio: 1 });
      }
    });

    await test.step('menus and dialogs', async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      for (const name of [m.microphone, m.camera]) {
        await mentor.press(name);
        await expect(page.getByRole('group', { name }).getByRole('combobox').first()).toBeVisible();
        await expectGoodLooks(page, name, ['desk']);
        await keyboard.press('Escape');
      }
      await mentor.press(m.safety);
      await expect(page.getByTestId('safety-digits')).toBeVisible();
      await expectGoodLooks(page, 'the safety code');
      await keyboard.press('Escape');
      await keyboard.press('?');
      await expect(dialog).toBeVisible();
      await expectGoodLooks(page, 'the keys');
      await keyboard.press('Escape');
      await mentor.press(m.leave);
      await expect(dialog).toBeVisible();
      await expectGoodLooks(page, 'the question before one leaves');
      await keyboard.press('Escape');
      await mentor.press(m.more);
      await expectGoodLooks(page, 'the menu of a phone', ['phone']);
      await mentor.page.getByRole('group', { name: m.more }).getByRole('button', { name: m.devices }).click();
      await expect(dialog.getByRole('combobox').first()).toBeVisible();
      await expectGoodLooks(page, 'the devices on a phone', ['phone']);
      await keyboard.press('Escape');
    });

    await test.step('a shown screen', async () => {
      await student.page.keyboard.press('Escape');
      await student.page.setViewportSize({ width: 1280, height: 720 });
      await student.press(m.share);
      await expect(page.getByTestId('remote-screen')).toBeVisible();
      await expectGoodLooks(page, 'a shown screen');
      await expect(student.page.getByRole('button', { name: m.stop, exact: true })).toBeVisible();
      await expectGoodLooks(student.page, 'showing one’s screen');
      await student.reload();
      await expect(student.page.getByRole('button', { name: m.again })).toBeVisible();
      await expectGoodLooks(student.page, 'showing it again');
    });

    await mentor.press(m.leave);
    await mentor.press(m.leaveOnly);
    await expect(page.getByRole('button', { name: m.comeBack })).toBeVisible();
    await expectGoodLooks(page, 'a room that one has left');
    await student.close();
    await mentor.close();
  });
}
