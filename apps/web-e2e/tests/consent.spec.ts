import { type Browser, expect, test } from '@playwright/test';
import { ask, expectMediaToFlow } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  // Nobody who is minor shows an address, and this server has no relay that would hide it.
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

/** Both are in the room of a call that would show addresses, and were asked. */
async function meetAndBeAsked(browser: Browser): Promise<{ student: Person; mentor: Person }> {
  const student = await Person.student(browser, server, { ageBand: '14-to-18' });
  const mentor = await Person.mentor(browser, server);
  await server.approve(mentor.email);
  const id = await ask(student);
  await mentor.open('/live');
  await mentor.press(`Accept the request of ${student.nickname}`);
  for (const person of [student, mentor]) {
    await person.arriveAt(`/room/${id}`);
    await expect(question(person)).toBeVisible();
  }
  return { student, mentor };
}

const question = ({ page }: Person) => page.getByRole('dialog', { name: 'Your address would be seen' });

const agree = (person: Person) => question(person).getByRole('button', { name: 'Call all the same' }).click();

/** How many connections of this side look for a path, or have: one that a student has ready does not (RFC 8829 §3.5.1). */
const searchesOf = ({ page }: Person) =>
  page.evaluate(() => {
    const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
    return peerConnections.filter(
      ({ connectionState, iceGatheringState }) => connectionState !== 'closed' && iceGatheringState !== 'new',
    ).length;
  });

/** The states of every connection that this side ever made. */
const statesOf = ({ page }: Person) =>
  page.evaluate(() =>
    (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.map(
      ({ connectionState }) => connectionState,
    ),
  );

test('a call that would show addresses begins once both agreed, and not before; a reload does not ask again', async ({
  browser,
}) => {
  const { student, mentor } = await meetAndBeAsked(browser);
  for (const person of [student, mentor]) expect(await searchesOf(person)).toBe(0);
  await agree(student);
  await expect(question(student)).toBeHidden();
  expect(await statesOf(mentor)).toEqual([]);
  expect(await statesOf(student)).not.toContain('connected');
  await expect(question(mentor)).toBeVisible();
  await agree(mentor);
  await expectMediaToFlow(student, mentor);

  await student.reload();
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) await expect(question(person)).toBeHidden();
  await student.close();
  await mentor.close();
});

test('who does not agree leaves, and nothing was connected', async ({ browser }) => {
  const { student, mentor } = await meetAndBeAsked(browser);
  await agree(student);
  await question(mentor).getByRole('button', { name: 'Leave the room' }).click();
  await expect(mentor.page.getByText('You left the room')).toBeVisible();
  await expect(student.page.getByText(`Waiting for ${mentor.nickname} to enter…`)).toBeVisible();
  expect(await statesOf(mentor)).toEqual([]);
  expect(await statesOf(student)).not.toContain('connected');
  expect(await searchesOf(student)).toBe(0);
  await student.close();
  await mentor.close();
});
