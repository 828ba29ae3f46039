import { expect, type Page, test } from '@playwright/test';
import { meet } from '../support/call';
import { chatLog, openChat, saidIn } from '../support/chat';
import { hostileUpdate, keepChannels, PAYLOADS, sayOver } from '../support/hostile-document';
import { goTo, letWrite, linesOf, notesOf, openNotes } from '../support/notes';
import { openTool } from '../support/room-tool';
import { setUpRooms } from '../support/rooms';

/** With what the page reports of an update that it did not take. */
const rooms = setUpRooms(/^document: not taken, /);

/** The first byte of a frame that is a whole update. */
const UPDATE = 2;

/** What would run, or was taken over as it is; the page's own scripts are in its head. */
const EVIL = 'body :is(script, iframe, [onclick], [onload], [onerror], a[href^="javascript"], .evil)';

const expectNothingRan = async (page: Page) => {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator(EVIL)).toHaveCount(0);
};

test('nothing runs of what a hostile page puts into the document, and both go on', async ({ browser }) => {
  test.setTimeout(120_000);
  const { student, mentor, close } = await rooms.people(browser);
  await mentor.page.addInitScript(keepChannels);
  await meet(student, mentor);
  const { page } = student;
  await openNotes(mentor.page);
  const notes = await openNotes(page);

  await test.step('what is looked for would be found', async () => {
    await notes.evaluate((element) => element.insertAdjacentHTML('afterend', '<i class="evil"></i>'));
    await expect(page.locator(EVIL)).toHaveCount(1);
    await page.locator(EVIL).evaluate((element) => element.remove());
  });

  await test.step('what is sound and evil', async () => {
    await mentor.page.evaluate(sayOver, ['document', [[UPDATE, ...hostileUpdate()]]] as const);
    await expect(notes).toContainText('still here');
    await expectNothingRan(page);
    for (const tool of ['Board', 'Timer', 'Code']) {
      await openTool(page, tool);
      await expectNothingRan(page);
    }
    await openChat(page);
    await expect(chatLog(page)).toContainText(PAYLOADS[0]);
    expect(await saidIn(page)).toEqual([...PAYLOADS]);
    await expectNothingRan(page);
  });

  await test.step('it comes to the other side, too, and the notes can still be written', async () => {
    await mentor.reload();
    await expect(await openNotes(mentor.page)).toContainText('still here');
    await expectNothingRan(mentor.page);
    await openNotes(page);
    await letWrite(mentor.page, page);
    await goTo(notesOf(page), 'End');
    await notesOf(page).press('Enter');
    await notesOf(page).pressSequentially('and so are we');
    await expect.poll(async () => (await linesOf(notesOf(mentor.page))).at(-1)).toBe('and so are we');
  });

  await test.step('what is no update is not taken, and a reload of the other side mends it', async () => {
    await mentor.page.evaluate(sayOver, ['document', [[UPDATE, 255, 255, 255, 255, 255, 1, 2, 3]]] as const);
    await notesOf(page).pressSequentially(', still');
    await expect.poll(async () => (await linesOf(notesOf(mentor.page))).at(-1)).toBe('and so are we, still');
    await mentor.reload();
    const mine = await openNotes(mentor.page);
    await goTo(mine, 'End');
    await mine.pressSequentially(', and again');
    await expect.poll(async () => (await linesOf(notesOf(page))).at(-1)).toBe('and so are we, still, and again');
  });
  await close();
});
