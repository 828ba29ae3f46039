import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { seeded } from '../harness/random-wire';
import { expectMediaToFlow } from '../support/call';
import { keptLines } from '../support/kept-text';
import { Laptop } from '../support/laptop';
import { goTo, letWrite, linesOf, notesOf, openNotes } from '../support/notes';
import type { Person } from '../support/person';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

/** How long the laptop sleeps; an hour is as well a test as this, and longer. */
const ASLEEP_MS = 1_000 * Number(process.env['ASLEEP_S'] ?? 20);
const TYPING_MS = 60_000;

/** Both pages and the server have the same notes; resolves to their lines. */
async function expectOneDocument(pages: readonly Page[], person: Person, consultId: string): Promise<string[]> {
  let same: string[] = [];
  await expect(async () => {
    const [first = [], ...others] = await Promise.all(pages.map((page) => linesOf(notesOf(page))));
    for (const other of [...others, await keptLines(person, consultId)]) expect(other).toEqual(first);
    same = first;
  }).toPass({ timeout: 90_000 });
  return same;
}

/** Writes, deletes, selects, undoes and goes elsewhere, as it comes, until the time is over. */
async function writeAtRandom(notes: Locator, random: () => number, until: number): Promise<number> {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  let acts = 0;
  const several = async (key: string) => {
    for (let times = 1 + Math.floor(random() * 6); times > 0; times -= 1) await notes.press(key);
  };
  const word = () => notes.pressSequentially(pick(['fraction ', 'over ', '분수 ', 'why? ', '나누기 ', 'turn it ']));
  for (; performance.now() < until; acts += 1) {
    const act = random();
    if (act < 0.5) await word();
    else if (act < 0.6) await notes.press('Enter');
    else if (act < 0.72) await several(pick(['Backspace', 'Delete']));
    else if (act < 0.9) await several(pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']));
    else if (act < 0.95) {
      await several('Shift+ArrowLeft');
      await notes.press('Control+b');
    } else await notes.press(pick(['Control+z', 'Control+Home', 'Control+End']));
  }
  return acts;
}

test('what both write at random for a minute is the same everywhere', async ({ browser }) => {
  test.setTimeout(240_000);
  const { student, mentor, consultId, pages, close } = await rooms.call(browser);
  const mine = await openNotes(mentor.page);
  const theirs = await openNotes(student.page);
  await letWrite(mentor.page, student.page);
  const until = performance.now() + TYPING_MS;
  const acts = await Promise.all([writeAtRandom(mine, seeded(1), until), writeAtRandom(theirs, seeded(2), until)]);
  expect(Math.min(...acts)).toBeGreaterThan(50);
  const lines = await expectOneDocument(pages, student, consultId);
  expect(lines.join('').length).toBeGreaterThan(500);
  await close();
});

test('what both begin in the same empty line, also while the connection is killed, is there once', async ({
  browser,
}) => {
  const { student, mentor, consultId, pages, close } = await rooms.call(browser);
  const mine = await openNotes(mentor.page);
  const theirs = await openNotes(student.page);
  await letWrite(mentor.page, student.page);
  await mine.press('Enter');
  await expect.poll(() => linesOf(theirs)).toHaveLength(2);
  await goTo(theirs, 'End');
  await Promise.all([
    mine.pressSequentially('ONE HALF OF ONE HALF IS A QUARTER', { delay: 40 }),
    theirs.pressSequentially('and a quarter of it is a sixteenth', { delay: 40 }),
    mentor.loseConnection(),
  ]);
  const letters = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].join('');
  await expect(async () => {
    const text = (await expectOneDocument(pages, student, consultId)).join('');
    expect(letters(text, /[A-Z]/gu)).toBe('ONEHALFOFONEHALFISAQUARTER');
    expect(letters(text, /[a-z]/gu)).toBe('andaquarterofitisasixteenth');
  }).toPass({ timeout: 60_000 });
  await close();
});

test('a connection that is killed while both write, a laptop that sleeps and two reloads leave one document', async ({
  browser,
}) => {
  test.setTimeout(240_000 + ASLEEP_MS);
  const laptop = await Laptop.open();
  try {
    await writeThroughSleep(browser, laptop);
  } finally {
    await laptop.close();
  }
});

async function writeThroughSleep(browser: Browser, laptop: Laptop): Promise<void> {
  const { student, mentor, consultId, pages, close } = await rooms.call(browser, { studentBrowser: laptop.browser });
  const mine = await openNotes(mentor.page);
  const theirs = await openNotes(student.page);
  await letWrite(mentor.page, student.page);
  await mine.press('Enter');
  await expect.poll(() => linesOf(theirs)).toHaveLength(2);
  await goTo(theirs, 'End');
  await goTo(mine, 'Home');
  await Promise.all([
    mine.pressSequentially('written by the mentor while the connection was killed', { delay: 40 }),
    theirs.pressSequentially('written by the student while the connection was killed', { delay: 40 }),
    mentor.loseConnection(),
  ]);
  await laptop.sleep();
  const sleeping = new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  await mine.pressSequentially(', and while the laptop slept');
  await sleeping;
  await laptop.wake();
  await goTo(theirs, 'End');
  await theirs.pressSequentially(', and after it woke');
  await expectMediaToFlow(student, mentor);
  const lines = [
    'written by the mentor while the connection was killed, and while the laptop slept',
    'written by the student while the connection was killed, and after it woke',
  ];
  expect(await expectOneDocument(pages, student, consultId)).toEqual(lines);
  await Promise.all([student.reload(), mentor.reload()]);
  for (const page of pages) await openNotes(page);
  expect(await expectOneDocument(pages, student, consultId)).toEqual(lines);
  await close();
}
