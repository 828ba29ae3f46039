import { test } from '@playwright/test';
import { expectMediaToFlow, expectMediaToStop, meet } from '../support/call';
import { Coturn } from '@ieum/turn-client/testing';
import { putBeforeRelay, putBetween } from '../support/fault-proxy/bad-path';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

/** What a test has started, ended also when it fails. */
const ends: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(): Promise<FaultProxy> {
  const proxy = await FaultProxy.start();
  ends.push(() => proxy.stop());
  return proxy;
}

test('every packet of a direct call crosses the network that a test can spoil', async ({ browser }) => {
  const proxy = await start();
  const server = await IeumServer.start();
  ends.push(() => server.stop());
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await putBetween(proxy, student, mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await proxy.set({ delayMs: 50, jitterMs: 10, loss: 0.02, bitsPerSecond: 1_500_000 });
  await expectMediaToFlow(student, mentor);
  await proxy.changeAddress();
  await expectMediaToFlow(student, mentor);
  await proxy.set({ blackOut: true });
  await expectMediaToStop(student, mentor);
  await proxy.set({ blackOut: false });
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});

test('a relayed call stands still both ways when one of the two has lost the relay', async ({ browser }) => {
  const proxy = await start();
  const coturn = await Coturn.start();
  ends.push(() => coturn.stop());
  const server = await IeumServer.start(coturn.settings);
  ends.push(() => server.stop());
  const student = await Person.student(browser, server, { ageBand: '14-to-18' });
  const mentor = await Person.mentor(browser, server);
  await server.approve(mentor.email);
  await putBeforeRelay(proxy, student, coturn.port);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await proxy.set({ blackOut: true });
  await expectMediaToStop(student, mentor);
  await proxy.set({ blackOut: false });
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});
