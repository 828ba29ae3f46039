import { networkInterfaces } from 'node:os';
import { type Browser, expect, test } from '@playwright/test';
import { expectMediaToFlow, meet } from '../support/call';
import { Coturn, freePort, type Transport } from '@ieum/turn-client/testing';
import { FirefoxPerson, launchFirefox } from '../support/firefox';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';
import { SignalRecord } from '../support/signals';

/** What a test has started, ended also when it fails. */
const ends: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(...transports: readonly Transport[]): Promise<IeumServer> {
  const coturn = await Coturn.start(transports.length > 0 ? { transports } : {});
  ends.push(() => coturn.stop());
  const server = await IeumServer.start({ ...coturn.settings, METRICS_PORT: String(await freePort()) });
  ends.push(() => server.stop());
  return server;
}

/** Whoever is younger than 19 is never connected directly. */
const MINOR = { ageBand: '14-to-18' } as const;
const RELAYED = expect.objectContaining({ candidateType: 'relay' });

async function approvedMentor(browser: Browser, server: IeumServer): Promise<Person> {
  const mentor = await Person.mentor(browser, server);
  await server.approve(mentor.email);
  return mentor;
}

/** No candidate names anything but a relay, and nothing else names this machine. */
function expectOnlyRelays(signals: SignalRecord): void {
  expect(new Set(signals.candidateTypes)).toEqual(new Set(['relay']));
  for (const address of ownAddresses()) expect(signals.text).not.toContain(address);
}

/** This machine's addresses that others could reach it by. */
const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);

test('a minor and a mentor meet through the relay, and neither is told an address of the other', async ({
  browser,
}) => {
  const server = await serve();
  const student = await Person.student(browser, server, MINOR);
  const mentor = await approvedMentor(browser, server);
  const signals = new SignalRecord(student);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) expect(await person.path()).toEqual([RELAYED, RELAYED]);
  expectOnlyRelays(signals);
  // Both browsers told what kind of path it is; which way to the relay is the faster one is theirs to find.
  const told = async () =>
    [...(await server.metrics()).matchAll(/^ieum_call_paths_total\{local="relay",remote="relay",.*\} (\d+)$/gmu)]
      .map(([, count]) => Number(count))
      .reduce((sum, count) => sum + count, 0);
  await expect.poll(told).toBeGreaterThanOrEqual(2);
  expect(await server.metrics()).not.toMatch(/^ieum_call_paths_total\{.*"(?:host|srflx|prflx)"/mu);
  expect(await server.metrics()).toMatch(/^ieum_call_setup_seconds_count 2$/mu);
  await student.close();
  await mentor.close();
});

test('a minor in Firefox is told and tells nothing but the relay, too', async ({ browser }) => {
  const server = await serve();
  const firefox = await launchFirefox();
  ends.push(() => firefox.close());
  const student = await FirefoxPerson.student(firefox, server, MINOR);
  const mentor = await approvedMentor(browser, server);
  const signals = new SignalRecord(mentor);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) expect(await person.path()).toEqual([RELAYED, RELAYED]);
  expectOnlyRelays(signals);
  await student.close();
  await mentor.close();
});

test('where UDP is blocked the call goes by TCP', async ({ browser }) => {
  const server = await serve('tcp');
  const student = await Person.student(browser, server, MINOR);
  const mentor = await approvedMentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) {
    expect((await person.path())[0]).toEqual({ candidateType: 'relay', relayProtocol: 'tcp' });
  }
  await student.close();
  await mentor.close();
});
