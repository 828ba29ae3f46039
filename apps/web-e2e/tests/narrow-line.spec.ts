import { expect, test } from '@playwright/test';
import { expectMediaToFlow, meet } from '../support/call';
import { putBetween } from '../support/fault-proxy/bad-path';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
let proxy: FaultProxy;
test.beforeAll(async () => {
  server = await IeumServer.start();
  proxy = await FaultProxy.start();
});
// Also after a failure: nothing is left running.
test.afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

test('a line too narrow for a picture pauses it, says so on both sides, keeps the sound, and comes back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await putBetween(proxy, student, mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);

  // What a router lets wait is a second of such a line.
  await proxy.set({ bitsPerSecond: 70_000, queueBytes: 8_000 }, ['aToB']);
  const own = student.page.getByText(
    `Your picture is paused: the line is too slow. ${mentor.nickname} still hears you.`,
  );
  const theirs = mentor.page.getByText(`${student.nickname}’s picture has paused`);
  await expect(own).toBeVisible({ timeout: 60_000 });
  await expect(theirs).toBeVisible({ timeout: 20_000 });
  const heard = async () => (await mentor.received()).audioPackets;
  const before = await heard();
  // A packet each 20 ms: a second of speech.
  await expect.poll(heard).toBeGreaterThan(before + 50);
  await expectMediaToFlow(student);

  await proxy.set({ bitsPerSecond: 0 }, ['aToB']);
  await expect(own).toBeHidden({ timeout: 60_000 });
  await expectMediaToFlow(mentor);
  await expect(theirs).toBeHidden();
  await student.close();
  await mentor.close();
});
