import { expect, type Page, test } from '@playwright/test';
import { expectMediaToFlow } from '../support/call';
import { bring, chatLog, expectSameChat, openChat, saidIn, say } from '../support/chat';
import { expectGoodLooks } from '../support/looks';
import { keptText } from '../support/kept-text';
import { setUpRooms } from '../support/rooms';

const rooms = setUpRooms();

test('what two people say is in the same order on both sides, and its writer sees what became of it', async ({
  browser,
}) => {
  const { student, mentor, pages, close } = await rooms.call(browser);
  await say(mentor.page, '안녕하세요 <b>1/2</b>');
  await expect(chatLog(mentor.page)).toContainText('delivered');
  await expect(student.page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
  await expect(
    student.page.getByRole('status').filter({ hasText: `${mentor.nickname}: 안녕하세요 <b>1/2</b>` }),
  ).toHaveCount(1);

  const field = await openChat(student.page);
  await expect(student.page.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
  await expect(chatLog(mentor.page).getByText('read', { exact: true })).toBeVisible();
  await field.pressSequentially('I am wri');
  await expect(mentor.page.getByText(`${student.nickname} is writing…`)).toBeVisible();
  await expect(student.page.getByText('is writing…')).toHaveCount(0);
  await field.press('Enter');
  await expect(mentor.page.getByText(`${student.nickname} is writing…`)).toHaveCount(0);
  await field.pressSequentially('and stop');
  await expect(mentor.page.getByText(`${student.nickname} is writing…`)).toBeVisible();
  await expect(mentor.page.getByText(`${student.nickname} is writing…`)).toHaveCount(0);
  await field.fill('');

  const numbers = [1, 2, 3, 4, 5];
  const [mine, theirs] = [numbers.map((n) => `m${n}`), numbers.map((n) => `s${n}`)];
  const sayAll = async (page: Page, texts: readonly string[]) => {
    for (const text of texts) await say(page, text);
  };
  await Promise.all([sayAll(mentor.page, mine), sayAll(student.page, theirs)]);
  await expectSameChat(pages, '안녕하세요 <b>1/2</b>', 'I am wri', ...mine, ...theirs);
  const order = await saidIn(student.page);
  expect(order.filter((text) => mine.includes(text))).toEqual(mine);
  await close();
});

test('messages are there after a reload of both, and each once after the connection was cut', async ({ browser }) => {
  test.setTimeout(120_000);
  const { student, mentor, consultId, pages, close } = await rooms.call(browser);
  await say(mentor.page, 'before');
  await openChat(student.page);
  await expectSameChat(pages, 'before');
  await Promise.all([student.loseConnection(), mentor.loseConnection()]);
  await say(student.page, 'while it was cut');
  await say(mentor.page, 'here, too');
  await expectSameChat(pages, 'before', 'while it was cut', 'here, too');
  await expect.poll(() => keptText(student, consultId)).toContain('here, too');

  await student.page.getByRole('button', { name: 'Close the chat' }).click();
  await say(mentor.page, 'for later');
  await expect(student.page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
  await Promise.all([student.reload(), mentor.reload()]);
  await expectMediaToFlow(student, mentor);
  await expect(student.page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
  for (const page of pages) await openChat(page);
  await expectSameChat(pages, 'before', 'while it was cut', 'here, too', 'for later');
  await close();
});

test('a picture is pasted, dropped or chosen, made small, shown larger, and taken back', async ({ browser }) => {
  const { student, mentor, close } = await rooms.call(browser);
  const picture = await mentor.page.screenshot();
  const field = await openChat(mentor.page);
  const draft = mentor.page.getByRole('img', { name: 'Picture to be sent' });
  await bring(field, 'paste', 'page.png', picture);
  await expect(draft).toBeVisible();
  await mentor.press('Remove the picture');
  await expect(draft).toHaveCount(0);
  await bring(field, 'drop', 'page.png', picture);
  await expect(draft).toBeVisible();
  await mentor.press('Remove the picture');
  await mentor.page.locator('input[type=file]').setInputFiles({
    name: 'not-one.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  });
  await expect(mentor.page.getByText('This cannot be sent as a picture.')).toBeVisible();
  await mentor.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: picture });
  await field.pressSequentially('look here');
  await expect(draft).toBeVisible();
  await mentor.press('Send');

  await expect(student.page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
  await openChat(student.page);
  const shown = chatLog(student.page).getByRole('img', { name: `Picture from ${mentor.nickname}` });
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.src.slice(0, 5)]))
    .toEqual([1_280, 'blob:']);
  const url = await shown.evaluate((image: HTMLImageElement) => image.src);
  await student.press(`Picture from ${mentor.nickname}: show it larger`);
  const dialog = student.page.getByRole('dialog', { name: `Picture from ${mentor.nickname}` });
  await expect(dialog.getByRole('img')).toBeVisible();
  await student.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(chatLog(student.page)).toBeVisible();

  await mentor.page.getByRole('button', { name: 'Delete this message' }).click();
  await mentor.press('Delete');
  for (const page of [student.page, mentor.page]) {
    await expect(chatLog(page)).toContainText('This message was deleted.');
    await expect(chatLog(page).getByRole('img')).toHaveCount(0);
  }
  // Nothing of it is left in the page either.
  expect(
    await student.page.evaluate(
      (gone) =>
        new Promise((resolve) => {
          const image = new Image();
          image.addEventListener('error', () => resolve('gone'));
          image.addEventListener('load', () => resolve('there'));
          image.src = gone;
        }),
      url,
    ),
  ).toBe('gone');
  await close();
});

test('messages are searched, and links and scripts in them and in names lead nowhere dangerous', async ({
  browser,
}) => {
  const name = '<svg/onload=alert()>';
  const { student, mentor, close } = await rooms.call(browser, { mentor: { nickname: name } });
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '<svg/onload=alert(1)>',
    '"><iframe srcdoc="<script>parent.alert(1)</script>">',
    'https://example.org/"onmouseover="alert(1)',
    'data:text/html,<script>alert(1)</script>',
  ];
  await openChat(student.page);
  for (const payload of payloads) await say(mentor.page, payload);
  await say(mentor.page, '분수의 나눗셈은 Turn it OVER');
  await expectSameChat([student.page, mentor.page], ...payloads, '분수의 나눗셈은 Turn it OVER');
  await expect(chatLog(student.page).getByRole('link')).toHaveCount(1);
  await expect(chatLog(student.page).getByRole('link')).toHaveAttribute('href', 'https://example.org/');
  for (const selector of ['script', 'iframe', 'svg[onload]', 'img[onerror]']) {
    await expect(chatLog(student.page).locator(selector)).toHaveCount(0);
  }

  await student.press('Search messages');
  const search = student.page.getByRole('textbox', { name: 'Search messages' });
  await search.fill('turn it over');
  await expect(student.page.getByText('1 message', { exact: true })).toBeVisible();
  await expect(chatLog(student.page).locator('mark')).toHaveText('Turn it OVER');
  await search.fill('나눗셈'.normalize('NFD'));
  await expect(chatLog(student.page).locator('mark')).toHaveText('나눗셈');
  await search.fill('(nothing');
  await expect(student.page.getByText('No message has this.')).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveCount(0);
  await expectSameChat([student.page, mentor.page], ...payloads, '분수의 나눗셈은 Turn it OVER');
  await close();
});

test('what is said in counselling is in the two tabs alone, and there after a reload of both', async ({ browser }) => {
  const { student, mentor, pages, consultId, close } = await rooms.counselling(browser);
  const asked: string[] = [];
  student.page.on('request', (request) => request.url().includes('/document') && asked.push(request.url()));
  await openChat(student.page);
  await expect(chatLog(student.page)).toContainText('Messages stay in these two tabs.');
  await say(student.page, 'only between us');
  await openChat(mentor.page);
  await expectSameChat(pages, 'only between us');
  await Promise.all([student.reload(), mentor.reload()]);
  await expectMediaToFlow(student, mentor);
  for (const { page } of [student, mentor]) await openChat(page);
  await expectSameChat(pages, 'only between us');
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  const refusal = await student.context.request.get(`/api/consults/${consultId}/document`, {
    headers: { authorization: `Bearer ${await student.accessToken()}` },
  });
  expect(await refusal.json()).toMatchObject({ error: { code: 'documents/not-kept' } });

  const keptHere = () =>
    student.page.evaluate(
      async (id) => ({
        tab: Object.keys(sessionStorage).filter((key) => key === `ieum.room.${id}.document`).length,
        databases: (await indexedDB.databases()).filter(({ name }) => name?.startsWith('ieum.document.')).length,
      }),
      consultId,
    );
  await expect.poll(keptHere).toEqual({ tab: 1, databases: 0 });
  await mentor.press('Leave');
  await mentor.press('End the consult');
  await expect(student.page).toHaveURL(/\/consults\/.+\/feedback/);
  await expect.poll(keptHere).toEqual({ tab: 0, databases: 0 });
  await close();
});

for (const locale of ['ko-KR', 'en-US'] as const) {
  test(`the chat is accessible, by light and in the dark, and fits a phone (${locale})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const { student, mentor, close } = await rooms.call(browser, { look: { locale } });
    const { page } = student;
    await openChat(page);
    await expectGoodLooks(page, 'the empty chat');
    await say(mentor.page, '3/4 ÷ 1/2 = 3/4 × 2/1. https://example.org/fractions');
    await say(page, '왜 뒤집어서 곱하나요? Why do we turn it over?');
    await say(page, 'a mistake');
    await expect(chatLog(page).locator('[class*=takeBack]')).toHaveCount(2);
    await chatLog(page).locator('[class*=takeBack]').last().click();
    await page.getByRole('dialog').getByRole('button').last().click();
    const field = await openChat(mentor.page);
    await bring(field, 'paste', 'page.png', await mentor.page.screenshot());
    await mentor.page.getByRole('img', { name: 'Picture to be sent' }).waitFor();
    await field.pressSequentially('look');
    await field.press('Enter');
    await expect(chatLog(page).getByRole('img')).toBeVisible();
    const own = await openChat(page);
    await bring(
      own,
      'paste',
      'page.png',
      await mentor.page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }),
    );
    await expect(page.getByRole('img', { name: /^(Picture to be sent|보낼 사진)$/ })).toBeVisible();
    await expectGoodLooks(page, 'the chat with pictures');
    await page.getByRole('button', { name: /^(Search messages|메시지 찾기)$/ }).click();
    await page.getByRole('textbox', { name: /^(Search messages|메시지 찾기)$/ }).fill('turn it');
    await expectGoodLooks(page, 'the search in the chat');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /(show it larger|크게 보기)$/ }).click();
    await expectGoodLooks(page, 'a picture of the chat');
    await close();
  });
}
