import { expect, test } from '@playwright/test';
import { AttributeLog } from '../support/attribute-log';
import { expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('the figures of the call are there, and change', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const mark = mentor.page.getByRole('button', { name: /^Call details\. Line: / });
  await mark.click();
  const panel = mentor.page.getByRole('region', { name: 'Call details' });
  await expect(panel.getByRole('row', { name: /^Data/ })).toContainText(/\d (k|M)bit\/s/);
  await expect(panel.getByRole('row', { name: /^Camera/ })).toContainText(/\d+×\d+, \d+ fps/);
  await expect(panel.getByRole('row', { name: /^There and back/ })).toContainText(/\d ms/);
  await expect(panel.getByRole('row', { name: /^Path/ })).toContainText(/straight to the other side.*UDP/);
  const data = panel.getByRole('row', { name: /^Data/ });
  const before = await data.textContent();
  await expect.poll(() => data.textContent()).not.toBe(before);
  await student.close();
  await mentor.close();
});

test('both sides see the same safety code, and still do after the connection was replaced', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const codes: (string | null)[] = [];
  const look = async () => {
    for (const { page } of [student, mentor]) {
      await page.getByRole('button', { name: 'Safety code' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Safety code' });
      await expect(dialog.getByTestId('safety-digits')).toHaveText(/^\d{4} \d{4} \d{4}$/);
      await expect(dialog.getByTestId('safety-emoji').getByRole('listitem')).toHaveCount(7);
      codes.push(await dialog.getByTestId('safety-digits').textContent());
      codes.push(await dialog.getByTestId('safety-emoji').textContent());
      await page.keyboard.press('Escape');
    }
  };
  await look();
  const states = await AttributeLog.of(mentor.page, 'data-state');
  await student.loseConnection();
  await states.timeOf('reconnecting');
  await expectMediaToFlow(student, mentor);
  await look();
  const [digits, emoji] = codes;
  expect(codes).toEqual([digits, emoji, digits, emoji, digits, emoji, digits, emoji]);
  await student.close();
  await mentor.close();
});
