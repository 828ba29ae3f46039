import { expect, test } from '@playwright/test';
import { ask, expectMediaToFlow } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';
import { SignalRecord } from '../support/signals';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const connectionsMade = ({ page }: Person) =>
  page.evaluate(() => (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.length);

test('the offer of a student who waits tells no address, and is the one that the mentor’s accept is answered with', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const [told, heard] = [new SignalRecord(student), new SignalRecord(mentor)];
  const id = await ask(student);
  await expect.poll(() => told.text).toContain('waiting:offer');
  expect(await connectionsMade(student)).toBe(1);
  expect(told.candidateTypes).toEqual([]);

  await mentor.open('/live');
  await mentor.press(`Accept the request of ${student.nickname}`);
  await student.arriveAt(`/room/${id}`);
  await expectMediaToFlow(student, mentor);
  const [, peerId] = /"offer":\{"peerId":"([\w-]{36})"/u.exec(heard.text) ?? [];
  expect(told.text).toContain(`"offer":{"peerId":"${peerId}"`);
  // The call is that very one: neither side began another.
  for (const person of [student, mentor]) expect(await connectionsMade(person)).toBe(1);
  await student.close();
  await mentor.close();
});
