import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask, expectMediaToFlow } from '../support/call';
import { drag, openBoard, writeAt } from '../support/board';
import { selectWords } from '../support/corrections';
import { notesOf, openNotes } from '../support/notes';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

const FOLDER = resolve(process.env['SCREENSHOTS'] ?? 'test-results/screens');

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const WORDS = {
  'ko-KR': { message: '분수의 나눗셈에서 자꾸 막혀요. 내일 시험이에요.', student: '하루', mentor: '서연' },
  'en-US': { message: 'I get stuck when dividing fractions. Test tomorrow.', student: 'Haru', mentor: 'Seoyeon' },
} as const;

for (const locale of ['ko-KR', 'en-US'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of ['desk', 'phone'] as const) {
      test(`${locale} ${colorScheme} ${size}`, async ({ browser }) => {
        const look = { locale, colorScheme, viewport: SIZES[size] };
        const shoot = async (page: Page, name: string, fullPage = true) => {
          mkdirSync(FOLDER, { recursive: true });
          const path = `${FOLDER}/${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`;
          await page.screenshot({ path, fullPage, animations: 'disabled' });
        };
        const words = WORDS[locale];
        const visitor = await Person.visit(browser, server, look);
        const student = await Person.student(browser, server, { nickname: words.student }, look);
        const mentor = await Person.mentor(browser, server, { nickname: words.mentor }, look);

        for (const [path, name] of [
          ['/', 'landing'],
          ['/sign-up', 'sign-up'],
          ['/log-in', 'log-in'],
          ['/nowhere', 'not-found'],
        ] as const) {
          await visitor.page.goto(path);
          await expect(visitor.page.locator('h1')).toBeVisible();
          await shoot(visitor.page, name);
        }
        await mentor.page.goto('/live');
        await expect(mentor.page.locator('h1')).toBeVisible();
        await shoot(mentor.page, 'live-empty');
        await student.page.goto('/ask');
        await student.page.locator('input[type=radio][value=counselling]').check({ force: true });
        await shoot(student.page, 'ask-counselling');
        await student.page.goto('/history');
        await expect(student.page.locator('h1')).toBeVisible();
        await shoot(student.page, 'history-empty');

        await ask(student, words.message);
        await expect(student.page.getByText(words.message)).toBeVisible();
        await shoot(student.page, 'waiting');
        await expect(mentor.page.getByText(words.message)).toBeVisible();
        await shoot(mentor.page, 'live');
        await mentor.page.getByRole('button', { name: new RegExp(words.student) }).click();
        await expectMediaToFlow(student, mentor);
        await shoot(student.page, 'room', false);
        await mentor.page.keyboard.press('c');
        await mentor.page.getByRole('textbox').fill('https://example.org/fractions 👍');
        await mentor.page.keyboard.press('Enter');
        await expect(mentor.page.getByRole('log')).toContainText('example.org');
        await shoot(mentor.page, 'room-chat', false);
        const notes = await openNotes(mentor.page);
        await notes.pressSequentially('Yesterday I go to the sea with my family.');
        await mentor.page.getByRole('radio').last().check();
        await selectWords(mentor.page, 12, 14);
        await notes.pressSequentially('went');
        await openNotes(student.page);
        await expect(notesOf(student.page).locator('ins')).toHaveText('went');
        await shoot(mentor.page, 'room-correcting', false);
        await shoot(student.page, 'room-corrected', false);
        const board = await openBoard(mentor.page);
        // Beside the look of the tool, which lies over the board at a desk.
        const left = size === 'desk' ? 300 : 60;
        await drag(board, 'r', [left, 180], [left + 140, 260]);
        await drag(board, 'o', [left + 60, 300], [left + 180, 380]);
        await writeAt(board, [left + 20, 420], '1/2 ÷ 1/3');
        await openBoard(student.page);
        await shoot(student.page, 'room-board', false);
        const path = new URL(mentor.page.url()).pathname.replace('/room/', '/api/consults/');
        await mentor.api('post', `${path}/end`);
        await expect(student.page).toHaveURL(/\/feedback/);
        await expect(student.page.locator('h1')).toBeVisible();
        await shoot(student.page, 'feedback-waiting');
        await expect(mentor.page.getByRole('textbox').first()).toBeVisible();
        await shoot(mentor.page, 'feedback-form');
        await mentor.api('put', `${path}/feedback`, {
          version: 0,
          summary: '통분하는 방법을 함께 정리했어요.\nWe went through common denominators.',
          practice: '교과서 37쪽 3번–7번',
          corrections: [
            { before: 'I goed home', after: 'I went home', category: 'grammar', comment: 'go – went – gone' },
            { before: '1/2 + 1/3 = 2/5', after: '1/2 + 1/3 = 5/6', category: 'fact', comment: '' },
          ],
        });
        await mentor.api('post', `${path}/feedback/send`);
        await expect(student.page.getByText('I went home')).toBeVisible();
        await shoot(student.page, 'feedback');
        await student.page.goto('/study');
        await expect(student.page.locator('svg[role=img]').first()).toBeVisible();
        await shoot(student.page, 'study');
        await student.page.goto('/history');
        await expect(student.page.getByText(words.mentor).first()).toBeVisible();
        await shoot(student.page, 'history');
        await mentor.page.goto('/profile');
        await expect(mentor.page.locator('h1')).toBeVisible();
        await shoot(mentor.page, 'profile');
        for (const person of [visitor, student, mentor]) await person.close();
      });
    }
  }
}
