import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PASSWORD } from '../support/account';
import { meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('a student downloads everything and deletes their account while in a room; the mentor is told', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  const profile = await student.context.newPage();
  await profile.goto('/profile');

  const [file] = await Promise.all([
    profile.waitForEvent('download'),
    profile.getByRole('button', { name: 'Download everything' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Ieum, everything about me, .+\.json$/u);

  await profile.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = profile.getByRole('dialog', { name: 'Delete your account for good?' });
  expect((await new AxeBuilder({ page: profile }).include('dialog[open]').analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByText('Enter your password.')).toBeVisible();
  await dialog.getByLabel('Your password').fill('not-my-password');
  await dialog.getByLabel('To confirm, type: delete').fill('delete');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();

  await expect(mentor.page.getByRole('heading', { name: 'Nothing is left of this meeting' })).toBeVisible();
  for (const page of [profile, student.page]) {
    await expect(page.getByRole('button', { name: 'Delete my account' })).toBeHidden();
    await expect(page).not.toHaveURL(/\/(profile|room)/u);
  }
  await student.close();
  await mentor.close();
});
