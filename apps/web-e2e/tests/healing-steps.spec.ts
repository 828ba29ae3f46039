import { expect, test } from '@playwright/test';
import { AttributeLog } from '../support/attribute-log';
import { expectMediaToFlow, meet } from '../support/call';
import { putBetween } from '../support/fault-proxy/bad-path';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { freePort } from '@ieum/turn-client/testing';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

/** What is said at most this long after the last packet. */
const NOTICED_MS = 2_500;

test('a lost path is told within 2.5 s and step by step, and found again', async ({ browser }) => {
  test.setTimeout(120_000);
  // A relay is told, and nobody is there: it is tried, too, and in vain.
  const server = await IeumServer.start({
    TURN_URLS: `turn:127.0.0.1:${await freePort()}?transport=udp`,
    TURN_SECRET: 'nobody-listens-to-this-one'.repeat(2),
  });
  const proxy = await FaultProxy.start();
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await putBetween(proxy, student, mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const both = [student, mentor];
  const states = await Promise.all(both.map(({ page }) => AttributeLog.of(page, 'data-state')));
  const steps = await Promise.all(both.map(({ page }) => AttributeLog.of(page, 'data-healing')));

  await proxy.set({ blackOut: true });
  const began = Date.now();
  const noticed = Math.max(...(await Promise.all(states.map((log) => log.timeOf('reconnecting'))))) - began;
  test.info().annotations.push({ type: 'noticed', description: `${noticed.toFixed(0)} ms` });
  expect(noticed).toBeLessThan(NOTICED_MS);

  // One side does the work; the other one leaves it to that.
  const said = () => Promise.all(steps.map((log) => log.values()));
  await expect.poll(said, { timeout: 60_000 }).toContainEqual(['restart-ice', 'reconnect', 'relay-only', 'retry']);
  const worker = (await said()).findIndex((log) => log.length === 4) === 0 ? student : mentor;
  const partner = worker === student ? mentor : student;
  await expect(worker.page.getByText(`No way to ${partner.nickname} was found yet. Still trying…`)).toBeVisible();

  await proxy.set({ blackOut: false });
  await expect(worker.page.locator('[data-state="connected"]')).toBeVisible({ timeout: 30_000 });
  await expectMediaToFlow(student, mentor);
  for (const { page } of both) await expect(page.locator('[data-healing]')).toHaveCount(0);
  for (const person of both) await person.close();
  await proxy.stop();
  await server.stop();
});
