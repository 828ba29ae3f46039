import type { SurveyResponse } from '@ieum/api-contract';
import { expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { pressBack } from '../support/press-back';
import { IeumServer } from '../support/server';
import { Spoken } from '../support/spoken';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('a learner says what they practise, draws a question, and hears it twice', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  const spoken = await Spoken.on(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await test.step('the first visit asks for topics and a level', async () => {
    await student.open('/ask');
    await page.getByRole('link', { name: 'Practice' }).click();
    await student.arriveAt('/practice/survey');
    await expect(page.getByText('Welcome! Tell us two things')).toBeVisible();
    await button('Save and begin').click();
    await expect(page.getByText('Choose at least one topic.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Home' })).toBeFocused();
    await button('Choose all').click();
    await page.getByRole('radio', { name: /^Level 3/ }).check();
    await button('Save and begin').click();
    await student.arriveAt('/practice');
    await expect(page.getByRole('heading', { name: 'Practice studio' })).toBeFocused();
    await expect(page.getByText('18 topics')).toBeVisible();
  });

  await test.step('what is changed and not saved does not get lost by a link or by Back', async () => {
    await page.getByRole('link', { name: 'Change level or topics' }).click();
    await page.getByRole('checkbox', { name: 'Weather' }).uncheck();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: 'Weather' })).not.toBeChecked();
    await page.getByRole('link', { name: 'History' }).click();
    await button('Stay here').click();
    await pressBack(page);
    await button('Stay here').click();
    await student.arriveAt('/practice/survey');
    await pressBack(page);
    await button('Leave without saving').click();
    await student.arriveAt('/practice');
    await page.getByRole('link', { name: 'Change level or topics' }).click();
    await page.getByRole('checkbox', { name: 'Weather' }).uncheck();
    await page.getByRole('link', { name: 'Practice' }).click();
    await button('Save and leave').click();
    await student.arriveAt('/practice');
    await expect(page.getByText('17 topics')).toBeVisible();
    const { survey } = (await student.api('get', '/api/practice/survey')) as SurveyResponse;
    expect([survey?.topics.length, survey?.level]).toEqual([17, 3]);
  });

  await test.step('a question is drawn, and hidden until it is asked for', async () => {
    await page.getByText('Narrow it down').click();
    await page.getByRole('radio', { name: 'Music' }).check();
    await button('New question').press('Enter');
    await expect(page).toHaveURL(/\/practice\/questions\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: 'Listen, then answer' })).toBeFocused();
    await expect(page.getByRole('region', { name: 'The question' })).toContainText('Music');
    await expect(page.locator('p[lang=en]')).toHaveCount(0);
    await expect(page.getByText('2 listens left')).toBeVisible();
  });

  await test.step('it is heard twice, and no more; a reload gives no more either', async () => {
    await button('Listen').press('Enter');
    await spoken.tell('start');
    await expect(page.getByRole('status').filter({ hasText: 'Playing · 1 listen left' })).toBeVisible();
    await button('Pause').press('Space');
    await button('Go on').press('Space');
    await spoken.hearOut();
    await expect(page.getByText('1 listen left', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByText('1 listen left', { exact: true })).toBeVisible();
    await button('Listen').click();
    await spoken.hearOut();
    await expect(page.getByText('No listens left')).toBeVisible();
    const before = (await spoken.words()).length;
    await button('Listen again').press('Enter');
    expect(await spoken.words()).toHaveLength(before);
    await page.getByRole('switch', { name: 'Practise freely' }).check();
    await button('Listen again').click();
    await expect.poll(async () => (await spoken.words()).length).toBeGreaterThan(before);
    await button('Stop').click();
    await expect(button('Listen again')).toBeFocused();
  });

  await test.step('text, help and voice are shown when asked for, and remembered', async () => {
    await page.getByRole('switch', { name: 'Show the question' }).check();
    await page.getByText('Help in Korean').click();
    await expect(page.locator('p[lang=ko]')).toBeVisible();
    await page.getByText('Voice and pace').click();
    await page.getByRole('radio', { name: '0.8×' }).check();
    await expectGoodLooks(page, 'question');
    await page.reload();
    await expect(page.locator('p[lang=en]')).toBeVisible();
    await expect(page.locator('p[lang=ko]')).toBeVisible();
    await page.getByText('Voice and pace').click();
    await expect(page.getByRole('radio', { name: '0.8×' })).toBeChecked();
    const heard = page.url();
    await button('Another question').click();
    await expect(page).not.toHaveURL(heard);
  });

  await student.close();
});

test('without a voice the question is read, and one that is not there is told so', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  await student.api('put', '/api/practice/survey', { topics: ['music'], level: 3 });
  await student.open('/practice');
  await page.getByRole('button', { name: 'New question' }).click();
  await expect(page.getByText('This browser has no English voice')).toBeVisible();
  await expect(page.locator('p[lang=en]')).not.toBeEmpty();
  await student.open('/practice/questions/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('There is no such question')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'To the practice studio' }).click();
  await student.arriveAt('/practice');
  await student.close();
});

for (const locale of ['ko-KR', 'en-US'] as const) {
  test(`the practice studio looks well (${locale})`, async ({ browser }) => {
    const student = await Person.student(browser, server, {}, { locale });
    await Spoken.on(student.page);
    await student.open('/practice/survey');
    await expect(student.page.getByRole('checkbox')).toHaveCount(18);
    await expectGoodLooks(student.page, 'practice, survey');
    await student.api('put', '/api/practice/survey', { topics: ['music', 'home', 'holidays'], level: 5 });
    await student.open('/practice');
    await student.page.locator('summary').click();
    await expectGoodLooks(student.page, 'practice');
    await student.close();
  });
}
