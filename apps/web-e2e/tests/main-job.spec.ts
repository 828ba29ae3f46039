import { expect, test } from '@playwright/test';
import { expectMediaToFlow } from '../support/call';
import { PASSWORD } from '../support/account';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('a student asks, one of two mentors accepts, they meet on video, and the feedback stays', async ({ browser }) => {
  test.setTimeout(120_000);
  const mentor = await Person.mentor(browser, server, { nickname: 'Seoyeon' });
  const other = await Person.mentor(browser, server, { nickname: 'Daniel' });
  const student = await Person.visit(browser, server);

  await test.step('the student signs up in the page', async () => {
    const { page } = student;
    await page.goto('/');
    await page
      .getByRole('link', { name: /get help/i })
      .first()
      .click();
    await expect(page).toHaveURL(/\/sign-up/);
    await page.getByRole('radio', { name: /19/ }).check();
    await page.getByLabel(/e-mail/i).fill(student.email);
    await page.getByLabel(/nickname/i).fill('Haru');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: /sign up|create/i }).click();
    await expect(page).toHaveURL(/\/ask/);
  });

  await test.step('both mentors watch the live list', async () => {
    for (const { page } of [mentor, other]) {
      await page.goto('/live');
      await expect(page.getByText('Nobody waits right now')).toBeVisible();
    }
  });

  await test.step('the request appears on both lists the moment it is made', async () => {
    const { page } = student;
    await page.getByRole('radio', { name: /tutoring/i }).check();
    await page.getByRole('radio', { name: /math/i }).check();
    await page.getByRole('radio', { name: '한국어' }).check();
    await page.getByLabel('What should the mentor know?').fill('분수의 나눗셈이 어려워요');
    await page.getByRole('button', { name: 'Ask for help now' }).click();
    await expect(page).toHaveURL(/\/wait\//);
    await expect(page.getByText('2 mentors who fit are online and see your request.')).toBeVisible();
    for (const each of [mentor, other]) await expect(each.page.getByText('분수의 나눗셈이 어려워요')).toBeVisible();
  });

  await test.step('one accepts; the card leaves the other list and both are in the room', async () => {
    await mentor.page.getByRole('button', { name: 'Accept the request of Haru' }).click();
    await expect(student.page.getByText('Seoyeon has accepted your request.')).toBeVisible();
    await expect(student.page.getByText('“Glad to help”')).toBeVisible();
    await expect(other.page.getByRole('button', { name: 'Accept the request of Haru' })).toHaveCount(0);
    await expect(mentor.page).toHaveURL(/\/room\//);
    await expect(student.page).toHaveURL(/\/room\//);
  });

  await test.step('they see and hear each other, peer to peer', async () => {
    await expectMediaToFlow(student, mentor);
    for (const { page } of [student, mentor]) {
      await expect
        .poll(() => page.getByTestId('remote-video').evaluate((video: HTMLVideoElement) => video.videoWidth))
        .toBeGreaterThan(0);
    }
  });

  await test.step('the mentor ends; cameras go off and the student is on the feedback page', async () => {
    await mentor.page.getByRole('button', { name: 'Leave' }).click();
    await mentor.page.getByRole('button', { name: 'End the consult' }).click();
    await expect(student.page).toHaveURL(/\/consults\/.+\/feedback/);
    await expect(mentor.page).toHaveURL(/\/consults\/.+\/feedback/);
    await expect(student.page.getByText('Your mentor is writing')).toBeVisible();
    expect((await student.received()).connections).toBe(0);
  });

  await test.step('the mentor writes, the student sees it arrive, answers, and the mentor sees that', async () => {
    const { page } = mentor;
    await page.getByLabel('What we did').fill('통분을 함께 했어요');
    await page.getByLabel('What to practise').fill('교과서 37쪽');
    await page.getByRole('button', { name: 'Add a correction' }).click();
    await page.getByLabel('Before').fill('I goed home');
    await page.getByLabel('After').fill('I went home');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Send to the student' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send to the student' }).click();
    await expect(student.page.getByText('통분을 함께 했어요')).toBeVisible();
    await expect(student.page.getByText('I went home')).toBeVisible();
    await student.page.getByRole('radio', { name: '5 stars' }).check({ force: true });
    await student.page.getByLabel(/word of thanks/i).fill('정말 고맙습니다');
    await student.page.getByRole('button', { name: 'Send to the mentor' }).click();
    await expect(page.getByText('정말 고맙습니다')).toBeVisible();
  });

  for (const person of [student, mentor, other]) await person.close();
});
