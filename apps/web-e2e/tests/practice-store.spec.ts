import { expect, test } from '@playwright/test';
import { BrowserStore } from '../support/browser-store';
import { Person } from '../support/person';
import { drawQuestion, keepTake, speak } from '../support/practice';
import { IeumServer } from '../support/server';

let store: BrowserStore;
let server: IeumServer;
test.beforeAll(async () => {
  store = await BrowserStore.start();
  server = await IeumServer.start(store.settings);
  store.allow(server.origin);
});
test.afterAll(async () => {
  await server.stop();
  await store.stop();
});

test('a take is played from the store itself, which never hears who listens', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const { page } = student;
  const question = await drawQuestion(student, ['parks']);
  await student.open(`/practice/questions/${question.id}`);
  await speak(page, 2);
  await keepTake(page);
  expect(store.fetched).toEqual([]);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('slider', { name: 'Position' })).not.toHaveValue('0');
  expect(store.fetched).toMatchObject([{ origin: server.origin }]);
  for (const headers of store.fetched) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(headers.referer ?? '').toBe('');
    expect(headers.cookie ?? '').toBe('');
  }
  await student.close();
});
