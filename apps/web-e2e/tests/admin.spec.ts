import { expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('an admin sees a request come and go, and approves a mentor; for others there is nothing', async ({ browser }) => {
  const admin = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server, { nickname: 'Seoyeon' });
  await server.makeAdmin(admin.email);

  await mentor.page.goto('/admin');
  await expect(mentor.page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
  await expect(mentor.page.getByRole('link', { name: 'Admin' })).toHaveCount(0);

  const { page } = admin;
  await page.goto('/history');
  await page.getByRole('link', { name: 'Admin' }).click();
  const queue = page.getByRole('region', { name: 'Waiting requests' });
  await expect(queue.getByText('Nobody is waiting.')).toBeVisible();
  const asked = await Person.manyAsk(server, 1);
  await expect(queue.getByRole('heading', { name: 'Tutoring · Math' })).toBeVisible();
  await expectGoodLooks(page, 'admin');
  await asked.cancel(0);
  await expect(queue.getByText('Nobody is waiting.')).toBeVisible();

  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Approve Seoyeon' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Seoyeon is approved.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(page.getByText('There is no mentor without approval.')).toBeVisible();
  await expectGoodLooks(page, 'admin people');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Approve Seoyeon' })).toBeVisible();
  for (const person of [admin, mentor]) await person.close();
});
