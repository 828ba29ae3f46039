import type { DrawQuestionResponse } from '@ieum/api-contract';
import { expect, test } from '@playwright/test';
import { BrowserStore } from '../support/browser-store';
import { Person } from '../support/person';
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
  await student.api('put', '/api/practice/survey', { topics: ['parks'], level: 3 });
  const { question } = (await student.api('post', '/api/practice/questions/draw', {})) as DrawQuestionResponse;
  await student.open(`/practice/questions/${question.id}`);
  await page.getByRole('button', { name: 'Record your answer', exact: true }).click();
  await page.getByRole('button', { name: 'Begin now', exact: true }).click();
  await expect(page.getByText('0:02 of at most 15:00')).toBeVisible();
  await page.getByRole('button', { name: 'Stop and keep', exact: true }).click();
  await expect(page.getByText('Your answer was saved.')).toBeVisible();
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
