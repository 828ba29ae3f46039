import { type Browser, expect, test } from '@playwright/test';
import { AttributeLog } from '../support/attribute-log';
import { expectMediaToFlow, meet } from '../support/call';
import type { Caller } from '../support/caller';
import { putBetween } from '../support/fault-proxy/bad-path';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

async function callOver(proxy: FaultProxy, browser: Browser) {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await putBetween(proxy, student, mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  return { student, mentor };
}

/** How long until everybody hears again: new packets, in milliseconds from now. */
async function audioBack(...people: readonly Caller[]): Promise<number> {
  const since = performance.now();
  for (const person of people) {
    const { audioPackets, connections } = await person.received();
    await expect
      .poll(
        async () => {
          const now = await person.received();
          // A new connection counts from nothing.
          return (
            now.connections !== connections || now.audioPackets < audioPackets || now.audioPackets > audioPackets + 5
          );
        },
        { intervals: [100], timeout: 20_000 },
      )
      .toBe(true);
  }
  return performance.now() - since;
}

/** More audio packets than that come from now on. */
async function expectToHear(person: Caller, packets: number): Promise<void> {
  let from = await person.received();
  const heard = async () => {
    const now = await person.received();
    // A new connection counts from nothing.
    if (now.connections !== from.connections || now.audioPackets < from.audioPackets) from = now;
    return now.audioPackets - from.audioPackets;
  };
  await expect.poll(heard).toBeGreaterThan(packets);
}

const reconnecting = ({ page }: Person) => page.getByText(/Reconnecting|Looking for|another way/iu).first();

test.describe('a call over a network that fails', () => {
  let proxy: FaultProxy;
  test.beforeEach(async () => {
    proxy = await FaultProxy.start();
  });
  test.afterEach(() => proxy.stop());

  test('says so within 2 s of a black-out, and is heard within 5 s of its end', async ({ browser }) => {
    const { student, mentor } = await callOver(proxy, browser);
    const states = await Promise.all([student, mentor].map(({ page }) => AttributeLog.of(page, 'data-state')));
    await proxy.set({ blackOut: true });
    const began = Date.now();
    for (const person of [student, mentor]) await expect(reconnecting(person)).toBeVisible();
    const noticed = Math.max(...(await Promise.all(states.map((log) => log.timeOf('reconnecting'))))) - began;
    await expect.poll(() => Date.now() - began, { timeout: 10_000 }).toBeGreaterThan(5_000);
    await proxy.set({ blackOut: false });
    const back = await audioBack(student, mentor);
    test.info().annotations.push({ type: 'noticed', description: `${noticed.toFixed(0)} ms` });
    test.info().annotations.push({ type: 'audio back', description: `${back.toFixed(0)} ms` });
    expect(noticed).toBeLessThan(2_500);
    expect(back).toBeLessThan(5_000);
    await expectMediaToFlow(student, mentor);
    await student.close();
    await mentor.close();
  });

  test('is heard within 10 s of a change of address', async ({ browser }) => {
    const { student, mentor } = await callOver(proxy, browser);
    await proxy.changeAddress();
    const back = await audioBack(student, mentor);
    test.info().annotations.push({ type: 'audio back', description: `${back.toFixed(0)} ms` });
    expect(back).toBeLessThan(10_000);
    await expectMediaToFlow(student, mentor);
    await student.close();
    await mentor.close();
  });

  test('goes on with every fifth packet lost, half a second of delay, and on a thin line', async ({ browser }) => {
    const { student, mentor } = await callOver(proxy, browser);
    for (const faults of [
      { loss: 0.05, delayMs: 50 },
      { loss: 0.2, delayMs: 50 },
      { loss: 0, delayMs: 500 },
      { delayMs: 50, bitsPerSecond: 150_000 },
    ]) {
      await proxy.set({ loss: 0, bitsPerSecond: 0, ...faults });
      // A packet each 20 ms: three seconds of speech, at most half of it lost.
      for (const person of [student, mentor]) await expectToHear(person, 75);
    }
    await proxy.set({ loss: 0, delayMs: 0, bitsPerSecond: 0 });
    await expectMediaToFlow(student, mentor);
    await student.close();
    await mentor.close();
  });
});

test('a connection that somebody closed is replaced, with the same devices', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.loseConnection();
  await expect.poll(async () => (await student.received()).connections, { timeout: 15_000 }).toBe(1);
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});
