import { expect, type Page, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { drag, drawingOf, expectSameDrawing, openBoard, shapesIn, wordsIn, writeAt } from '../support/board';
import { expectMediaToFlow } from '../support/call';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

/** Each has a call to make first, and pictures to compare. */
test.describe.configure({ timeout: 180_000 });

/** One's own picture does not cover the other's name. */
async function expectNamesInSight(page: Page): Promise<void> {
  const [theirs, own] = [/^Video of |님의 화면$/, /^(Your own picture|내 화면)$/].map((name) =>
    page.getByRole('figure', { name }),
  );
  if (!theirs || !own) throw new Error('a call has two pictures');
  const [name, picture] = await Promise.all([theirs.locator('figcaption').boundingBox(), own.boundingBox()]);
  if (!name || !picture) throw new Error('a picture is not in sight');
  const apart =
    name.x + name.width <= picture.x ||
    picture.x + picture.width <= name.x ||
    name.y + name.height <= picture.y ||
    picture.y + picture.height <= name.y;
  expect(apart, `${JSON.stringify(name)} is covered by ${JSON.stringify(picture)}`).toBe(true);
}

test('what one draws and writes, the other sees; each undoes their own, and a reload keeps all of it', async ({
  browser,
}) => {
  const { student, mentor, pages, close } = await rooms.call(browser);
  await expectNamesInSight(mentor.page);
  const mine = await openBoard(mentor.page);
  await expectNamesInSight(mentor.page);
  await drag(mine, 'p', [300, 250], [420, 300]);
  await expect(student.page.getByRole('button', { name: 'Board, 1 unread' })).toBeVisible();
  await expect(
    student.page.getByRole('status').filter({ hasText: `${mentor.nickname} draws on the board.` }),
  ).toHaveCount(1);
  const theirs = await openBoard(student.page);
  await writeAt(mine, [300, 400], '분수의 나눗셈');
  const first = await expectSameDrawing(pages, (svg) => wordsIn(svg).includes('분수의 나눗셈'));

  // Both at once; letters are tools here, and not the room's keys.
  await Promise.all([drag(mine, 'v', [600, 200], [650, 220]), drag(theirs, 'r', [500, 300], [600, 380])]);
  await expect(mentor.page.getByRole('button', { name: /^(Turn off camera|Camera)/ }).first()).not.toHaveAttribute(
    'aria-pressed',
    'false',
  );
  const second = await expectSameDrawing(pages, (svg) => shapesIn(svg) > shapesIn(first));
  await drag(mine, 'o', [480, 150], [560, 190]);
  const third = await expectSameDrawing(pages, (svg) => shapesIn(svg) > shapesIn(second));
  const board = student.page.locator('.excalidraw-container');
  await board.press('Control+z');
  await expectSameDrawing(pages, (svg) => shapesIn(svg) < shapesIn(third) && wordsIn(svg).includes('분수의 나눗셈'));
  await board.press('Control+Shift+z');
  await expectSameDrawing(pages, (svg) => svg.length === third.length);

  await student.reload();
  await mentor.reload();
  await expectMediaToFlow(student, mentor);
  for (const page of pages) await openBoard(page);
  await expectSameDrawing(pages, (svg) => svg.length === third.length && wordsIn(svg).includes('분수의 나눗셈'));
  await close();
});

test('a page for each topic: both see where the other is, one follows, and nothing on it runs', async ({ browser }) => {
  const { student, mentor, pages, close } = await rooms.call(browser);
  const mine = await openBoard(mentor.page);
  await openBoard(student.page);
  await expect(student.page.getByRole('tab', { name: `Page 1 ${mentor.nickname} is here` })).toBeVisible();
  const evil = '<img src=x onerror=alert(1)>';
  await mentor.press('Add a page');
  await mentor.page.getByLabel('Topic of the page').fill(evil);
  await mentor.page.getByLabel('Topic of the page').press('Enter');
  await writeAt(mine, [300, 300], `<script>alert(2)</script>${evil}`);
  const there = student.page.getByRole('tab', { name: `${evil} ${mentor.nickname} is here` });
  await expect(there).toHaveAttribute('aria-selected', 'false');

  await student.press(`Follow ${mentor.nickname}`);
  await expect(there).toHaveAttribute('aria-selected', 'true');
  await expectSameDrawing(pages, (svg) => svg.includes('&lt;script&gt;') && !svg.includes('<script'));
  await mentor.page.getByRole('tab', { name: /^Page 1/ }).click();
  await expect(student.page.getByRole('tab', { name: /^Page 1/ })).toHaveAttribute('aria-selected', 'true');
  expect(await drawingOf(student.page)).toBe('');

  // Keys alone: from page to page, and away with one of them.
  await student.page.getByRole('tab', { name: /^Page 1/ }).focus();
  await student.page.keyboard.press('End');
  await expect(student.page.getByRole('tab', { name: evil })).toBeFocused();
  await expect(student.page.getByRole('button', { name: /^Follow/ })).toHaveAttribute('aria-pressed', 'false');
  await student.press('Delete this page');
  await student.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  for (const page of pages) await expect(page.getByRole('tab')).toHaveCount(1);
  await close();
});

/** A picture made in the page, as a file of it. */
const makePicture = (page: Page, width: number, height: number): Promise<Buffer> =>
  page
    .evaluate(
      async ([w, h]) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [w, h];
        const context = canvas.getContext('2d');
        for (let x = 0; context && x < w; x += 10) {
          context.fillStyle = `hsl(${x % 360} 80% 50%)`;
          context.fillRect(x, 0, 10, h);
        }
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
      },
      [width, height] as const,
    )
    .then((bytes) => Buffer.from(bytes));

const picturesIn = (svg: string): string[] =>
  [...svg.matchAll(/data:(image\/[a-z+]+);base64,([^"]+)/gu)].map(
    ([, type = '', data = '']) => `${type} ${data.length}`,
  );

test('a picture by file and by paste arrives small, and a drawing with a program in it never', async ({ browser }) => {
  const { student, mentor, pages, close } = await rooms.call(browser, {
    look: { permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'] },
  });
  const mine = await openBoard(student.page);
  await openBoard(mentor.page);
  const large = await makePicture(student.page, 3_000, 2_000);
  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    const choosing = student.page.waitForEvent('filechooser');
    await student.press('Add a picture');
    await (await choosing).setFiles({ name, mimeType, buffer });
  };
  await choose('large.png', 'image/png', large);
  const svg = await expectSameDrawing(pages, (one) => picturesIn(one).length === 1);
  expect(picturesIn(svg)[0]).toMatch(/^image\/webp /);
  expect(svg).not.toContain('image/png');

  const program = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
  await choose('evil.svg', 'image/svg+xml', Buffer.from(program));
  const refusal = student.page.getByRole('alert').filter({ hasText: 'could not be added' });
  await expect(refusal).toBeVisible();
  await choose('evil.png', 'image/png', Buffer.from(program));
  await expect(refusal).toBeVisible();

  await student.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await mine.click({ position: { x: 60, y: 300 } });
  await student.page.keyboard.press('Control+v');
  await expectSameDrawing(pages, (one) => picturesIn(one).length === 2);
  await close();
});

test('a laser pointer is seen by the other side', async ({ browser }) => {
  const { student, mentor, close } = await rooms.call(browser);
  const mine = await openBoard(mentor.page);
  await openBoard(student.page);
  const trails = () =>
    student.page
      .locator('.SVGLayer path')
      .evaluateAll((paths) => paths.filter((path) => path.getAttribute('d')).length);
  expect(await trails()).toBe(0);
  const seen = expect.poll(trails, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(0);
  await drag(mine, 'k', [300, 300], [500, 350]);
  await seen;
  await close();
});

test('on a phone, in Korean and in the dark, its controls are named, large enough and reachable by keys', async ({
  browser,
}) => {
  const { student, mentor, pages, close } = await rooms.call(browser, {
    look: {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
      locale: 'ko-KR',
      hasTouch: true,
      isMobile: true,
    },
  });
  await expectNamesInSight(student.page);
  const canvas = await openBoard(student.page);
  await openBoard(mentor.page);
  const box = await canvas.boundingBox();
  expect(box?.width).toBeGreaterThan(320);
  // A tap, and what is written there.
  await student.page.getByRole('radio', { name: /텍스트/ }).check({ force: true });
  await canvas.tap({ position: { x: 100, y: 250 } });
  await expect(student.page.locator('textarea.excalidraw-wysiwyg')).toBeFocused();
  await student.page.keyboard.insertText('안녕');
  await student.page.keyboard.press('Escape');
  await expectSameDrawing(pages, (svg) => wordsIn(svg).includes('안녕'));

  const panel = student.page.getByRole('region', { name: '칠판' });
  const { violations } = await new AxeBuilder({ page: student.page })
    .include('section[aria-label="칠판"]')
    .exclude('.excalidraw')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  for (const name of ['쪽 더하기', '이 쪽 이름 바꾸기', '사진 넣기', '사진 찍기', '칠판 닫기', '그림으로 (PNG)']) {
    const control = await panel.getByRole('button', { name }).boundingBox();
    expect(Math.min(control?.width ?? 0, control?.height ?? 0), name).toBeGreaterThanOrEqual(43.9);
  }
  expect(await student.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThan(1);

  // Keys come to the board and go on from it.
  await panel.getByRole('button', { name: '칠판 닫기' }).focus();
  for (let presses = 0; presses < 60; presses += 1) {
    await student.page.keyboard.press('Tab');
    if (await student.page.getByRole('button', { name: '나가기' }).evaluate((one) => one === document.activeElement))
      break;
  }
  await expect(student.page.getByRole('button', { name: '나가기' })).toBeFocused();
  await close();
});
