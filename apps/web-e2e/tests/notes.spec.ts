import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { meet } from '../support/call';
import { expectSameNotes, goTo, keptOf, letWrite, linesOf, notesOf, openNotes } from '../support/notes';
import { keptText } from '../support/kept-text';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

test('two people write at the same time, see the same, and see each other', async ({ browser }) => {
  const { student, mentor, consultId, pages, close } = await rooms.call(browser);
  const mine = await openNotes(mentor.page);
  await mine.pressSequentially('분수의 나눗셈');
  await expect(student.page.getByRole('button', { name: 'Notes, 1 unread' })).toBeVisible();
  await expect(
    student.page.getByRole('status').filter({ hasText: `${mentor.nickname} wrote in the notes.` }),
  ).toHaveCount(1);
  const theirs = await openNotes(student.page);
  await expectSameNotes(pages, '분수의 나눗셈');
  await letWrite(mentor.page, student.page);
  await goTo(theirs, 'End');
  await theirs.press('Enter');
  await Promise.all([
    mine.pressSequentially(', 뒤집어 곱하기', { delay: 20 }),
    theirs.pressSequentially('나누는 수를 뒤집어요', { delay: 20 }),
  ]);
  await expectSameNotes(pages, '분수의 나눗셈, 뒤집어 곱하기', '나누는 수를 뒤집어요');

  await mine.click();
  await mine.press('Home');
  await expect(theirs.locator('.note-caret-name')).toHaveText(mentor.nickname);
  await theirs.click();
  await theirs.press('Home');
  await expect(mine.locator('.note-caret-name')).toHaveText(student.nickname);

  // Undoing takes back what one wrote oneself.
  await theirs.press('Control+z');
  await expectSameNotes(pages, '분수의 나눗셈, 뒤집어 곱하기');

  for (const page of pages) await expect(keptOf(page)).toHaveText('Saved.');
  expect(await keptText(student, consultId)).toContain('분수의 나눗셈');
  await close();
});

test('somebody who reloads has everything, also while the server is away', async ({ browser }) => {
  test.setTimeout(120_000);
  const { student, mentor, pages, close } = await rooms.call(browser);
  await (await openNotes(mentor.page)).pressSequentially('first line');
  const theirs = await openNotes(student.page);
  await expectSameNotes(pages, 'first line');
  await letWrite(mentor.page, student.page);
  await student.page.route('**/api/consults/*/document/**', (route) => route.abort());
  await student.page.route('**/api/consults/*/document', (route) => route.abort());
  await goTo(theirs, 'End');
  await theirs.press('Enter');
  await theirs.pressSequentially('second line');
  await expect(keptOf(student.page)).toContainText('Kept on this device');
  await student.reload();
  await openNotes(student.page);
  await expectSameNotes(pages, 'first line', 'second line');
  await student.page.unrouteAll();
  await expect(keptOf(student.page)).toHaveText('Saved.', { timeout: 40_000 });
  await close();
});

test('both converge after the call’s connection was lost while they wrote', async ({ browser }) => {
  test.setTimeout(120_000);
  const { student, mentor, pages, close } = await rooms.call(browser);
  const mine = await openNotes(mentor.page);
  const theirs = await openNotes(student.page);
  await mine.pressSequentially('together');
  await expectSameNotes(pages, 'together');
  await letWrite(mentor.page, student.page);
  const lost = student.loseConnection();
  await goTo(theirs, 'End');
  await theirs.press('Enter');
  await Promise.all([
    lost,
    mine.pressSequentially(' and apart', { delay: 30 }),
    theirs.pressSequentially('each alone', { delay: 30 }),
  ]);
  await expectSameNotes(pages, 'together and apart', 'each alone');
  await close();
});

test('what is written reaches the other side by way of the server while no connection can be made', async ({
  browser,
}) => {
  const { student, mentor, pages, close } = await rooms.people(browser);
  for (const page of pages) {
    await page.addInitScript(() => {
      RTCPeerConnection.prototype.setRemoteDescription = () => new Promise(() => undefined);
    });
  }
  await meet(student, mentor);
  const mine = await openNotes(mentor.page);
  const theirs = await openNotes(student.page);
  await mine.pressSequentially('by way of the server');
  await expectSameNotes(pages, 'by way of the server');
  await letWrite(mentor.page, student.page);
  await goTo(theirs, 'End');
  await theirs.press('Enter');
  await theirs.pressSequentially('and back');
  await expectSameNotes(pages, 'by way of the server', 'and back');
  await close();
});

test('the server keeps what was written when the meeting ends, and this device does not', async ({ browser }) => {
  const { student, mentor, consultId, close } = await rooms.call(browser);
  const mine = await openNotes(mentor.page);
  await mine.pressSequentially('the very last words');
  await mentor.page.getByRole('button', { name: 'Leave' }).click();
  await mentor.page.getByRole('button', { name: 'End the consult' }).click();
  for (const { page } of [student, mentor]) await expect(page).toHaveURL(/\/consults\/.+\/feedback/);
  await expect.poll(() => keptText(student, consultId)).toContain('the very last words');
  const databases = () => mentor.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  await expect.poll(databases).not.toContain(`ieum.document.${consultId}`);
  await close();
});

test('nothing that is written in counselling is kept', async ({ browser }) => {
  const { student, mentor, pages, consultId, close } = await rooms.counselling(browser);
  const asked: string[] = [];
  student.page.on('request', (request) => request.url().endsWith('/document/updates') && asked.push(request.url()));
  const theirs = await openNotes(student.page);
  await openNotes(mentor.page);
  await letWrite(mentor.page, student.page);
  await theirs.pressSequentially('only between us');
  await expectSameNotes(pages, 'only between us');
  await expect(keptOf(student.page)).toContainText('Nothing of a counselling room is kept on the server.');
  await student.page.getByRole('button', { name: 'Close the notes' }).click();
  await student.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  const refusal = await student.context.request.get(`/api/consults/${consultId}/document`, {
    headers: { authorization: `Bearer ${await student.accessToken()}` },
  });
  expect(await refusal.json()).toMatchObject({ error: { code: 'documents/not-kept' } });
  expect(asked).toEqual([]);
  const databases = await student.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases.filter((name) => name?.startsWith('ieum.document.'))).toEqual([]);
  await close();
});

test('notes have headings, lists and links that lead nowhere dangerous, and are downloaded', async ({ browser }) => {
  const { student, mentor, pages, close } = await rooms.call(browser, {
    look: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  });
  const notes = await openNotes(student.page);
  await openNotes(mentor.page);
  await letWrite(mentor.page, student.page);
  const tool = (name: string) =>
    student.page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true });
  await tool('Heading').click();
  await expect(tool('Heading')).toHaveAttribute('aria-pressed', 'true');
  await notes.pressSequentially('Plan');
  await notes.press('Enter');
  await tool('List').click();
  await notes.pressSequentially('see https://example.org/a now');
  await tool('Link').click();
  const address = student.page.getByLabel('Address of the link');
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await expect(student.page.getByText('Only addresses with https://')).toBeVisible();
  await address.press('Escape');
  await expect(notes).toBeFocused();

  await expectSameNotes(pages, 'Plan', 'see https://example.org/a now');
  const link = notesOf(mentor.page).getByRole('link', { name: 'https://example.org/a' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await mentor.context.route('https://example.org/**', (route) => route.fulfill({ body: 'there' }));
  const opening = mentor.context.waitForEvent('page');
  await link.click();
  const opened = await opening;
  await expect(opened).toHaveURL('https://example.org/a');
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  await opened.close();

  for (const [button, ending, content] of [
    ['Download with formatting (.md)', 'md', '## Plan\n\n- see [https://example.org/a](<https://example.org/a>) now\n'],
    ['Download as plain text (.txt)', 'txt', 'Plan\n\n• see https://example.org/a now\n'],
  ] as const) {
    const downloading = student.page.waitForEvent('download');
    await student.press(button);
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(String.raw`^notes \d{4}-\d\d-\d\d\.${ending}$`));
    expect(await readFile(await download.path(), 'utf8')).toBe(content);
  }
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  for (const page of pages) {
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }
  expect(await linesOf(notes)).toHaveLength(2);
  await close();
});
