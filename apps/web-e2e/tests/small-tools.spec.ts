import { expect, type Page, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { openTool } from '../support/room-tool';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

/** What a timer shows, in seconds. */
const secondsOf = async (page: Page): Promise<number> => {
  const shown = (await page.getByRole('timer', { name: /^Time left/ }).textContent()) ?? '';
  return shown.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
};

/** Runs in the page before its own scripts: a device whose clock is a minute and a half late. */
function beLate(): void {
  const now = Date.now.bind(Date);
  const LATE_MS = 91_400;
  Date.now = () => now() - LATE_MS;
}

test('a countdown is the same for both though their clocks differ, and tells its end', async ({ browser }) => {
  const { student, mentor, close } = await rooms.call(browser, { prepare: (page) => page.addInitScript(beLate) });
  await openTool(mentor.page, 'Timer');
  await mentor.press('2 min');
  await mentor.press('Start');
  await expect(student.page.getByRole('button', { name: 'Timer, 1 unread' })).toBeVisible();
  await expect(
    student.page.getByRole('status').filter({ hasText: `${mentor.nickname} started the timer.` }),
  ).toHaveCount(1);
  await openTool(student.page, 'Timer');
  for (let look = 0; look < 10; look += 1) {
    await expect(async () => {
      const [mine = 0, theirs = 0] = await Promise.all([secondsOf(mentor.page), secondsOf(student.page)]);
      expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(1);
      expect(mine).toBeGreaterThan(60);
    }).toPass({ timeout: 10_000 });
  }
  await student.press('Pause');
  await expect(mentor.page.getByRole('button', { name: 'Go on' })).toBeVisible();
  expect(await secondsOf(mentor.page)).toBe(await secondsOf(student.page));
  await student.press('Reset');
  await mentor.page.getByLabel('Minutes').fill('200');
  await mentor.press('Set');
  await expect(mentor.page.getByText('A number from 0.1 to 180, please.')).toBeVisible();
  await mentor.page.getByLabel('Minutes').fill('0,1');
  await mentor.press('Set');
  await expect.poll(() => secondsOf(student.page)).toBe(6);
  await student.press('Close the timer');
  await mentor.press('Start');
  await expect(mentor.page.getByText('Time is up.').first()).toBeVisible();
  await expect(student.page.getByRole('status').filter({ hasText: 'Time is up.' })).toHaveCount(1);
  expect(await secondsOf(mentor.page)).toBe(0);
  await close();
});

const PAGE = `<!-- <script>alert(1)</script> -->
<p onclick="alert(1)">${'a very long line, '.repeat(11)}</p>
<img src=x onerror=alert(1)>`;

test('code is shown to both, in colours, with numbers, and never runs', async ({ browser }) => {
  const { student, mentor, close } = await rooms.call(browser);
  await openTool(mentor.page, 'Code');
  await mentor.page.getByLabel('Language').selectOption('Python');
  await mentor.page.getByRole('textbox').fill('def half(x):\n    return x / 2\n');
  await mentor.press('Show to both');
  await expect(student.page.getByRole('button', { name: 'Code, 1 unread' })).toBeVisible();
  await openTool(student.page, 'Code');
  const theirs = student.page.getByRole('region', { name: 'Code before both of you' });
  await expect(theirs.locator('[data-kind=keyword]').first()).toHaveText('def');
  await expect(theirs.locator('[class*=line]')).toHaveCount(2);
  await expect(student.page.getByLabel('Language')).toHaveValue('python');

  await student.press('Show other code');
  await student.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
  const mine = mentor.page.getByRole('region', { name: 'Code before both of you' });
  for (const view of [mine, theirs]) {
    await expect(view.locator('[data-kind=name]').first()).toHaveText('p');
    expect((await view.textContent())?.trim()).toBe(PAGE);
    await expect(view.locator('img, script, p')).toHaveCount(0);
    // Long lines are scrolled to, within the panel.
    expect(await view.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  }
  await mentor.context.grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone']);
  await mentor.press('Copy');
  await expect(mentor.page.getByText('Copied.')).toBeVisible();
  expect(await mentor.page.evaluate(() => navigator.clipboard.readText())).toBe(PAGE);
  await mentor.press('Put it away');
  await expect(student.page.getByRole('textbox', { name: 'Paste code here' })).toBeVisible();
  await close();
});

for (const [locale, code, look] of [
  ['ko-KR', '코드', '함께 보는 코드 보기'],
  ['en-US', 'Code', 'See what is shown'],
] as const) {
  test(`code that one writes stays when the panel closes, and when the other shows theirs (${locale})`, async ({
    browser,
  }) => {
    const { student, mentor, close } = await rooms.call(browser, { look: { locale } });
    await openTool(student.page, code);
    const field = student.page.getByRole('textbox');
    await field.fill('mine = 1');
    await student.page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(student.page.getByRole('button', { name: code, exact: true })).toBeFocused();
    await openTool(student.page, code);
    await expect(field).toHaveValue('mine = 1');
    await openTool(mentor.page, 'Code');
    await mentor.page.getByRole('textbox').fill('theirs = 2');
    await mentor.press('Show to both');
    const button = student.page.getByRole('button', { name: look });
    await expect(button).toBeVisible();
    await expect(field).toHaveValue('mine = 1');
    await expectGoodLooks(student.page, 'code that is written while other code is shown');
    await button.click();
    await expect(student.page.getByText('theirs = 2')).toBeVisible();
    await close();
  });
}

for (const [locale, timer, code] of [
  ['ko-KR', '타이머', '코드'],
  ['en-US', 'Timer', 'Code'],
] as const) {
  test(`timer and code are accessible, by light and in the dark, and fit a phone (${locale})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const { student, close } = await rooms.call(browser, { look: { locale } });
    const { page } = student;
    await openTool(page, timer);
    await expectGoodLooks(page, 'the timer');
    await page.setViewportSize({ width: 1280, height: 720 });
    await openTool(page, code);
    await expectGoodLooks(page, 'the code to be shown');
    await page
      .getByRole('textbox')
      .fill(
        `// half\nconst half = (x: number): string => \`\${x / 2} <b>\`;\nclass A extends B { #c = /d+/g; }\n${PAGE}`,
      );
    await page.getByRole('combobox').selectOption('typescript');
    await page.getByRole('button', { name: /^(Show to both|함께 보기)$/ }).click();
    await expect(page.locator('[data-kind=keyword]').first()).toBeVisible();
    await expectGoodLooks(page, 'the code that is shown');
    await close();
  });
}
