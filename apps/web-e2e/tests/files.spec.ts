import { truncate, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { expectMediaToFlow } from '../support/call';
import {
  cardOf,
  expectSaved,
  expectToHaveCome,
  fileOf,
  goOn,
  loseConnectionAfter,
  offer,
  openFiles,
  waitAfter,
} from '../support/files';
import { type RoomOptions, setUpRooms } from '../support/rooms';

const MIB = 1_048_576;

/** With what the page itself reports of a missing file. */
const rooms = setUpRooms(/^code is (?:unreachable|stale): /);

/** Two people in a call. `prepare` runs in the receiver's page before its own scripts. */
async function inCall(browser: Browser, prepare?: RoomOptions['prepare'], look?: BrowserContextOptions) {
  const { mentor, student, close } = await rooms.call(browser, { ...(prepare && { prepare }), ...(look && { look }) });
  return { sender: mentor, receiver: student, close };
}

test('a file is offered, taken, followed while it comes, and saved as it was', async ({ browser }) => {
  const { sender, receiver, close } = await inCall(browser, (page) => page.addInitScript(waitAfter, 2));
  const file = fileOf('worksheet.pdf', 5 * MIB, 'application/pdf');
  await offer(sender.page, file);
  await expect(cardOf(sender.page, file.name)).toContainText(`${receiver.nickname} is being asked`);

  await expect(receiver.page.getByRole('button', { name: 'Files, 1 unread' })).toBeVisible();
  await expect(
    receiver.page.getByRole('status').filter({ hasText: `${sender.nickname} wants to send you` }),
  ).toHaveCount(1);
  await openFiles(receiver.page);
  await expect(receiver.page.getByRole('button', { name: 'Files', exact: true })).toBeVisible();
  const card = cardOf(receiver.page, file.name);
  await expect(card).toContainText('Document · 5.24 MB');
  await card.getByRole('button', { name: 'Accept' }).click();
  const bar = card.getByRole('progressbar');
  await expectToHaveCome(bar, 3 * MIB);
  await expect(card).toContainText('of 5.24 MB');
  await expect(card.getByRole('link', { name: 'Save' })).toHaveCount(0);
  await goOn(receiver.page);
  expect(await expectSaved(card, file)).toBe(file.name);
  await expect(cardOf(sender.page, file.name)).toContainText(`${receiver.nickname} has it.`);

  await card.getByRole('button', { name: 'Remove from the list' }).click();
  await expect(card).toHaveCount(0);
  await expect(receiver.page.getByRole('button', { name: 'Choose files' })).toBeFocused();
  await close();
});

test('an offer can be declined, and made again', async ({ browser }) => {
  const { sender, receiver, close } = await inCall(browser);
  const file = fileOf('essay.hwp', 1_000);
  await offer(sender.page, file);
  await openFiles(receiver.page);
  await cardOf(receiver.page, file.name).getByRole('button', { name: 'Decline' }).click();
  await expect(cardOf(receiver.page, file.name)).toContainText('You declined it.');
  await expect(cardOf(receiver.page, file.name)).toBeFocused();
  const sent = cardOf(sender.page, file.name);
  await expect(sent).toContainText(`${receiver.nickname} declined it.`);
  await sent.getByRole('button', { name: 'Send again' }).click();
  await cardOf(receiver.page, file.name).getByRole('button', { name: 'Accept' }).click();
  await expect(sent).toContainText(`${receiver.nickname} has it.`);
  await close();
});

for (const who of ['sender', 'receiver'] as const) {
  test(`the ${who} cancels a file that is on its way, and both see it`, async ({ browser }) => {
    const call = await inCall(browser, (page) => page.addInitScript(waitAfter, 1));
    const { sender, receiver, close } = call;
    const file = fileOf('lecture.mp4', 8 * MIB, 'video/mp4');
    await offer(sender.page, file);
    await openFiles(receiver.page);
    await cardOf(receiver.page, file.name).getByRole('button', { name: 'Accept' }).click();
    const bar = cardOf(sender.page, file.name).getByRole('progressbar');
    await expectToHaveCome(bar, 2 * MIB);
    await cardOf(call[who].page, file.name).getByRole('button', { name: 'Cancel' }).click();
    for (const { page } of [sender, receiver]) await expect(cardOf(page, file.name)).toContainText('Cancelled.');
    await expectMediaToFlow(sender, receiver);
    await close();
  });
}

test('a file goes on where it was when the connection is lost and made anew', async ({ browser }) => {
  test.setTimeout(240_000);
  const { sender, receiver, close } = await inCall(browser, (page) => page.addInitScript(loseConnectionAfter, 9 * MIB));
  const file = fileOf('recording.wav', 24 * MIB, 'audio/wav');
  await offer(sender.page, file);
  await openFiles(receiver.page);
  const card = cardOf(receiver.page, file.name);
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect(cardOf(sender.page, file.name)).toContainText('Paused', { timeout: 30_000 });
  await expect(cardOf(sender.page, file.name)).toContainText(`${receiver.nickname} has it.`, { timeout: 120_000 });
  await expectSaved(card, file);
  await expectMediaToFlow(sender, receiver);
  await close();
});

test('a file fails with a reason when the other side reloads, and can be offered to them again', async ({
  browser,
}) => {
  const { sender, receiver, close } = await inCall(browser, (page) => page.addInitScript(waitAfter, 2));
  const file = fileOf('notes.txt', 6 * MIB, 'text/plain');
  await offer(sender.page, file);
  await openFiles(receiver.page);
  await cardOf(receiver.page, file.name).getByRole('button', { name: 'Accept' }).click();
  const sent = cardOf(sender.page, file.name);
  await expect(sent.getByRole('progressbar')).toBeVisible();
  await receiver.page.reload();
  await expect(sent).toContainText('left or reloaded');
  await expectMediaToFlow(sender, receiver);
  await sent.getByRole('button', { name: 'Send again' }).click();
  await openFiles(receiver.page);
  await goOn(receiver.page);
  await cardOf(receiver.page, file.name).getByRole('button', { name: 'Accept' }).click();
  await expectSaved(cardOf(receiver.page, file.name), file);
  await close();
});

test('an offer is not lost when the tool’s code cannot be fetched, and the call goes on', async ({ browser }) => {
  // Its own file, and one that it only depends on: browsers that remember a miss remember either.
  const code = /\/assets\/(?:files-code|use-format)-[^/]+\.js$/;
  const missed = new Set<string>();
  const { sender, receiver, close } = await inCall(browser, (page) =>
    page.route(code, (route) => {
      missed.add(route.request().url());
      return route.abort();
    }),
  );
  await receiver.page.evaluate(() => Object.assign(window, { stayed: true }));
  const file = fileOf('late.txt', 100);
  await offer(sender.page, file);
  await receiver.page.getByRole('button', { name: 'Files, 1 unread' }).click();
  await expect(receiver.page.getByText('could not be fetched')).toBeVisible();
  expect(missed.size).toBe(2);
  await receiver.page.unroute(code);
  await receiver.page.getByRole('button', { name: 'Try again' }).click();
  await cardOf(receiver.page, file.name).getByRole('button', { name: 'Accept' }).click();
  await expectSaved(cardOf(receiver.page, file.name), file);
  expect(await receiver.page.evaluate(() => 'stayed' in window)).toBe(true);
  await close();
});

test('a tool whose code the server no longer has is there after a reload, and so is the call', async ({ browser }) => {
  const code = '**/assets/files-code-*.js';
  const gone = (page: Page) => page.route(code, (route) => route.fulfill({ status: 404, body: '' }));
  const { sender, receiver, close } = await inCall(browser, gone);
  await receiver.press('Files');
  await expect(receiver.page.getByRole('alert').filter({ hasText: 'needs the page to be reloaded' })).toBeVisible();
  await receiver.page.unroute(code);
  await receiver.page.getByRole('button', { name: 'Reload the page' }).click();
  await openFiles(receiver.page);
  await expect(receiver.page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await expectMediaToFlow(sender, receiver);
  await close();
});

test('names and contents that mean harm do nothing', async ({ browser }) => {
  const { sender, receiver, close } = await inCall(browser);
  const script = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg><script>alert(2)</script>',
  );
  const hostile = [
    { name: '<img src=x onerror=alert(3)>.txt', mimeType: 'text/html', buffer: script },
    { name: 'photo\u202egpj.exe', mimeType: 'image/jpeg', buffer: script },
    { name: '../../x.svg', mimeType: 'image/svg+xml', buffer: script },
    { name: 'not-a.png', mimeType: 'image/png', buffer: script },
  ];
  await offer(sender.page, ...hostile);
  await openFiles(receiver.page);
  const cards = receiver.page.getByRole('list', { name: 'Files' }).getByRole('listitem');
  await expect(cards).toHaveCount(4);
  const accept = cards.getByRole('button', { name: 'Accept' });
  for (let left = hostile.length; left > 0; left -= 1) {
    await accept.first().click();
    await expect(accept).toHaveCount(left - 1);
  }
  await expect(cards.getByRole('link', { name: 'Save' })).toHaveCount(4);
  await expect(cards.locator('img')).toHaveCount(0);
  await expect(cardOf(receiver.page, '<img src=x onerror=alert(3)>.txt')).toBeVisible();
  await expect(cardOf(receiver.page, 'photogpj.exe')).toContainText('Program');
  await expect(cardOf(receiver.page, 'photogpj.exe')).toContainText('can run code');
  const names = [];
  for (const [index, name] of ['<img src', 'photogpj.exe', 'x.svg', 'not-a.png'].entries()) {
    const file = hostile[index];
    if (file) names.push(await expectSaved(cardOf(receiver.page, name), file));
  }
  expect(names.join(' ')).not.toMatch(/[<>/\\\u202e]/);
  await expect(receiver.page).toHaveURL(/\/room\//);
  await close();
});

test('files are dropped and pasted anywhere in the room, and one that is too large is not offered', async ({
  browser,
}) => {
  const { sender, receiver, close } = await inCall(browser);
  await openFiles(sender.page);
  await sender.page.evaluate(() => {
    const carry = (name: string) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], name));
      return transfer;
    };
    const canBubble = { bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('drop', { ...canBubble, dataTransfer: carry('dropped.txt') }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { ...canBubble, clipboardData: carry('pasted.txt') }));
  });
  await expect(receiver.page.getByRole('button', { name: 'Files, 2 unread' })).toBeVisible();
  // All holes: it takes no room on the disk.
  const giant = test.info().outputPath('giant.mov');
  await writeFile(giant, '');
  await truncate(giant, 500_000_001);
  await sender.page.locator('input[type=file]').setInputFiles(giant);
  await expect(cardOf(sender.page, 'giant.mov')).toContainText('It is larger than the receiving side takes.');
  await openFiles(receiver.page);
  await expect(receiver.page.getByRole('button', { name: 'Accept' })).toHaveCount(2);
  await close();
});

test('a file that falls on the call with no panel open is offered, and never opens in its place', async ({
  browser,
}) => {
  const { sender, receiver, close } = await inCall(browser);
  const openedByBrowser = await sender.page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'stray.txt'));
    const init = { bubbles: true, cancelable: true, dataTransfer: transfer };
    return ['dragover', 'drop'].map((name) => document.body.dispatchEvent(new DragEvent(name, init)));
  });
  expect(openedByBrowser).toEqual([false, false]);
  await expect(cardOf(sender.page, 'stray.txt')).toContainText(`${receiver.nickname} is being asked`);
  await openFiles(receiver.page);
  await expect(receiver.page.getByRole('button', { name: 'Accept' })).toHaveCount(1);
  await close();
});

for (const locale of ['ko-KR', 'en-US'] as const) {
  for (const colorScheme of [locale === 'ko-KR' ? 'dark' : 'light'] as const) {
    test(`the files are accessible and fit a phone (${locale}, ${colorScheme})`, async ({ browser }) => {
      const look = { locale, colorScheme, viewport: { width: 360, height: 740 } };
      const { sender, receiver, close } = await inCall(browser, (page) => page.addInitScript(waitAfter, 1), look);
      const { page } = receiver;
      const names = [`${'long-name-'.repeat(12)}.pdf`, 'came.txt', 'program.exe', 'declined.zip', 'under-way.mp4'];
      const sizes = [10, 10, 10, 10, 4 * MIB];
      await offer(sender.page, ...names.map((name, index) => fileOf(name, sizes[index] ?? 0)));
      await openFiles(page);
      const list = page.getByRole('list', { name: /^(Files|파일 목록)$/ });
      const card = (index: number) => list.getByRole('listitem').nth(names.length - 1 - index);
      for (const [index, button] of [
        [1, 0],
        [3, 1],
        [4, 0],
      ] as const) {
        await card(index).getByRole('button').nth(button).click();
      }
      await expect(card(1).getByRole('link')).toBeVisible();
      await expect(card(4).getByRole('progressbar')).toBeVisible();
      const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
        expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
      await close();
    });
  }
}
