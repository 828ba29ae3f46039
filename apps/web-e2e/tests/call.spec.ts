import { expect, test } from '@playwright/test';
import { expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('switching microphone and camera off and on shows at the other side and negotiates nothing', async ({
  browser,
}) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const offers = () =>
    student.page.evaluate(() =>
      (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.map(
        (each) => each.localDescription?.sdp.match(/^o=.*$/m)?.[0],
      ),
    );
  const before = await offers();

  await mentor.page.getByRole('button', { name: 'Microphone', exact: true }).click();
  await expect(student.page.getByRole('img', { name: `${mentor.nickname}’s microphone is off` })).toBeVisible();
  await mentor.page.keyboard.press('v');
  await expect(student.page.getByRole('img', { name: `${mentor.nickname}’s camera is off` })).toBeVisible();
  await mentor.page.keyboard.press('v');
  await mentor.page.keyboard.press('m');
  await expect(student.page.getByRole('img', { name: `${mentor.nickname}’s microphone is off` })).toHaveCount(0);
  await expect(student.page.getByRole('img', { name: `${mentor.nickname}’s camera is off` })).toHaveCount(0);
  await expectMediaToFlow(student, mentor);
  expect(await offers()).toEqual(before);
  await student.close();
  await mentor.close();
});

test('chat goes from one to the other, and shortcuts sleep while somebody types', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student);
  await mentor.page.getByRole('button', { name: /^Chat/ }).click();
  const field = mentor.page.getByLabel('Write a message');
  await field.fill('');
  await field.pressSequentially('move the camera? see https://example.org/a <b>x</b>');
  await field.press('Enter');
  await expect(mentor.page.getByRole('button', { name: 'Camera', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await student.page.getByRole('button', { name: /^Chat/ }).click();
  const log = student.page.getByRole('log');
  await expect(log).toContainText('move the camera? see https://example.org/a <b>x</b>');
  await expect(log.getByRole('link')).toHaveAttribute('href', 'https://example.org/a');
  await expect(mentor.page.getByRole('log').getByText('read', { exact: true })).toBeVisible();
  await student.close();
  await mentor.close();
});

for (const who of ['student', 'mentor'] as const) {
  test(`a reload of the ${who}’s tab brings the call back`, async ({ browser }) => {
    const people = { student: await Person.student(browser, server), mentor: await Person.mentor(browser, server) };
    const id = await meet(people.student, people.mentor);
    await expectMediaToFlow(people.student, people.mentor);
    await people[who].page.reload();
    await expect(people[who].page).toHaveURL(`/room/${id}`);
    await expectMediaToFlow(people.student, people.mentor);
    await people.student.close();
    await people.mentor.close();
  });
}

test('a second tab takes the call over and the first is told', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  const id = await meet(student, mentor);
  await expectMediaToFlow(mentor);
  const second = await student.context.newPage();
  await second.goto(`/room/${id}`);
  await expect(student.page.getByRole('heading', { name: 'The call goes on in another tab' })).toBeFocused();
  expect((await student.received()).connections).toBe(0);
  await expectMediaToFlow(mentor);
  await student.page.getByRole('button', { name: 'Use it here' }).click();
  await expect(second.getByText('The call goes on in another tab')).toBeVisible();
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});

test('without camera and microphone one still sees, hears and is told what is missing', async ({ browser }) => {
  const student = await Person.student(browser, server);
  await student.context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
  });
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student);
  await expect(student.page.getByText('No camera was found.', { exact: false })).toBeVisible();
  await expect(student.page.getByText('No microphone was found.', { exact: false })).toBeVisible();
  await expect(mentor.page.getByRole('img', { name: `${student.nickname}’s camera is off` })).toBeVisible();
  await student.close();
  await mentor.close();
});

test('permission that was denied is told with what to click, and the other side is still seen', async ({ browser }) => {
  const student = await Person.student(browser, server);
  await student.context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    navigator.permissions.query = () => Promise.resolve({ state: 'denied' } as PermissionStatus);
  });
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student);
  await expect(student.page.getByText('The browser may not use your camera.', { exact: false })).toBeVisible();
  await student.close();
  await mentor.close();
});

test('the student leaves and comes back; leaving releases camera and microphone', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.page.getByRole('button', { name: 'Leave' }).click();
  await student.page.getByRole('dialog').getByRole('button', { name: /Leave/ }).click();
  await expect(student.page.getByText('You left the room')).toBeVisible();
  expect((await student.received()).connections).toBe(0);
  await expect(mentor.page.getByText(`Waiting for ${student.nickname} to enter…`)).toBeVisible();
  await student.page.getByRole('button', { name: 'Go back in' }).click();
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});
