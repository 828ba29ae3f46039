import { Coturn } from '@ieum/turn-client/testing';
import { expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

test('an admin is shown that the relay is gone, and how to fix it, in both languages', async ({ browser }) => {
  const coturn = await Coturn.start({ guarded: true });
  const server = await IeumServer.start({ ...coturn.settings, TURN_URLS: coturn.urls[1] ?? '' });
  const admin = await Person.student(browser, server);
  await server.makeAdmin(admin.email);
  const { page } = admin;
  await coturn.stop();
  await page.goto('/admin/doctor');
  const relay = page.getByRole('listitem').filter({ hasText: coturn.urls[1] ?? '' });
  await expect(relay).toContainText('Failing');
  const database = page.getByRole('listitem').filter({ hasText: /^Database/u });
  await expect(database).toContainText('Works');
  const again = page.waitForResponse('**/api/admin/doctor');
  await page.getByRole('button', { name: 'Check again' }).click();
  expect((await again).status()).toBe(200);
  await expect(relay).toContainText('How to fix it: Start coturn');
  await expect(page.getByText('Something is broken.')).toBeVisible();
  await expectGoodLooks(page, 'doctor');
  await page.getByRole('button', { name: '한국어' }).first().click();
  await expect(relay).toContainText('고치는 방법: coturn을 시작하고');
  await admin.close();
  await server.stop();
});
