import { expect, type Page, test } from '@playwright/test';
import { PASSWORD } from '../support/account';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

/** What a page must never do: break the policy, throw, or ask anybody else for anything. */
function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (['data:', 'blob:'].includes(protocol) || host === new URL(origin).host) return;
    troubles.push(`foreign request: ${request.url()}`);
  });
  return troubles;
}

async function expectSound(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expectGoodLooks(page, new URL(page.url()).pathname);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    expect(`${overflow}px wider at ${width}`).toBe(`0px wider at ${width}`);
  }
}

for (const locale of ['ko-KR', 'en-US'] as const) {
  test(`every page is accessible, by light and in the dark, and fits a phone (${locale})`, async ({ browser }) => {
    const look = { locale };
    test.setTimeout(120_000);
    const visitor = await Person.visit(browser, server, look);
    const student = await Person.student(browser, server, {}, look);
    const mentor = await Person.mentor(browser, server, {}, look);
    const visits: [Person, string[]][] = [
      [visitor, ['/', '/sign-up', '/log-in', '/no/such/page']],
      [student, ['/ask', '/check', '/history', '/profile']],
      [mentor, ['/live', '/check', '/profile']],
    ];
    for (const [person, paths] of visits) {
      const troubles = watch(person.page, server.origin);
      for (const path of paths) {
        await test.step(path, async () => {
          await person.page.goto(path);
          await expectSound(person.page);
        });
      }
      expect(troubles).toEqual([]);
    }
    await expect(visitor.page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
    for (const person of [visitor, student, mentor]) await person.close();
  });
}

test('deep links work, and a visitor comes back to where they wanted to go', async ({ browser }) => {
  const student = await Person.student(browser, server);
  await student.context.clearCookies();
  await student.page.goto('/history');
  await expect(student.page).toHaveURL(/\/log-in/);
  await student.page.getByLabel(/e-mail/i).fill(student.email);
  await student.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await student.page.getByRole('button', { name: 'Log in' }).click();
  await expect(student.page).toHaveURL('/history');
  await student.close();
});

test('logging out in one tab logs out the other', async ({ browser }) => {
  const student = await Person.student(browser, server);
  await student.page.goto('/ask');
  const other = await student.context.newPage();
  await other.goto('/history');
  await expect(other.locator('h1')).toBeVisible();
  await student.page.getByRole('button', { name: `Account of ${student.nickname}` }).click();
  await student.page.getByRole('button', { name: 'Log out' }).click();
  await expect(student.page).toHaveURL(/\/(log-in)?(\?.*)?$/);
  await expect(other).toHaveURL(/\/log-in|\/$/);
  await student.close();
});
