import { expect, type Page, test } from '@playwright/test';
import { seeded } from '../harness/random-wire';
import { keptLines } from '../support/kept-text';
import { goTo, linesOf, notesOf, openNotes } from '../support/notes';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

const KILLS = Number(process.env['KILLS'] ?? 8);
/** The most keys that a kill may take with it. One takes some 15 ms: that is the last half second. */
const MOST_LOST = 30;

const digits = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => String((from + index) % 10)).join('');

/** Ends the page's process at once: it hears of nothing, and writes nothing more. */
async function kill(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Whoever is killed by it never answers.
  const asked = Promise.allSettled([devTools.send('Page.crash')]);
  await crashed;
  await page.close();
  await asked;
}

test('a page that is killed again and again has next to all that was written, and it is sound', async ({ browser }) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  const { student, mentor, consultId, close } = await rooms.call(browser);
  // Nobody has a copy but this device and, a little later, the server.
  await student.page.goto('/history');
  const random = seeded(3);
  const url = mentor.page.url();
  let { page } = mentor;
  let kept = '';
  let lost = 0;
  for (let killed = 0; killed < KILLS; killed += 1) {
    const notes = await openNotes(page);
    await goTo(notes, 'End');
    const written = kept + digits(kept.length, 5 + Math.floor(random() * 60));
    for (const digit of written.slice(kept.length)) await notes.press(digit);
    await kill(page);
    page = await mentor.context.newPage();
    rooms.watch(page);
    await page.goto(url);
    await openNotes(page);
    kept = (await linesOf(notesOf(page))).join('');
    expect(written.startsWith(kept), `kill ${killed}: ${kept} is not the beginning of ${written}`).toBe(true);
    expect(written.length - kept.length, `kill ${killed}`).toBeLessThan(MOST_LOST);
    lost += written.length - kept.length;
  }
  test.info().annotations.push({ type: 'lost', description: `${lost} keys in ${KILLS} kills` });
  await expect.poll(() => keptLines(student, consultId), { timeout: 60_000 }).toEqual([kept]);
  await page.close();
  await close();
});
