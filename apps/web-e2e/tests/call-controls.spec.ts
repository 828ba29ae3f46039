import { expect, type Page, test } from '@playwright/test';
import { expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
let student: Person;
let mentor: Person;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ browser }) => {
  student = await Person.student(browser, server);
  mentor = await Person.mentor(browser, server);
});
test.afterEach(async () => {
  await student.close();
  await mentor.close();
});

const connectionsOf = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.map(
      (each) => each.localDescription?.sdp.match(/^o=.*$/m)?.[0],
    ),
  );

/** Frames decoded of the shown screen. */
const screenFrames = (page: Page) =>
  page
    .getByTestId('remote-screen')
    .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);

test('a screen that is shown arrives at the other side beside the camera, and goes when it is stopped', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const before = await connectionsOf(student.page);
  await student.page.getByRole('button', { name: 'Show screen' }).click();
  await expect(student.page.getByText('You are showing your screen')).toBeVisible();
  await expect(mentor.page.getByRole('figure', { name: `Screen of ${student.nickname}` })).toBeVisible();
  await expect.poll(() => screenFrames(mentor.page)).toBeGreaterThan(5);
  await expectMediaToFlow(student, mentor);

  await student.page.getByRole('button', { name: 'Stop showing' }).click();
  await expect(mentor.page.getByTestId('remote-screen')).toHaveCount(0);
  await student.page.keyboard.press('s');
  await expect.poll(() => screenFrames(mentor.page)).toBeGreaterThan(5);
  expect(await connectionsOf(student.page)).toEqual(before);
});

test('a screen that is stopped in the browser’s own bar is stopped here, too', async () => {
  await student.page.addInitScript(() => {
    const original = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getDisplayMedia = async (options) => {
      const stream = await original(options);
      Object.assign(window, { shown: stream });
      return stream;
    };
  });
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.page.keyboard.press('s');
  await expect(mentor.page.getByTestId('remote-screen')).toBeVisible();
  await student.page.evaluate(() => {
    const [track] = (window as unknown as { shown: MediaStream }).shown.getVideoTracks();
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  await expect(mentor.page.getByTestId('remote-screen')).toHaveCount(0);
  await expect(student.page.getByText('You are showing your screen')).toHaveCount(0);
});

test('after a reload microphone and camera are as they were, and the screen is shown again by one click', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  await student.page.keyboard.press('m');
  await student.page.keyboard.press('s');
  await expect(mentor.page.getByTestId('remote-screen')).toBeVisible();
  await student.page.reload();
  await expect(student.page.getByRole('button', { name: 'Microphone', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(mentor.page.getByTestId('remote-screen')).toHaveCount(0);
  await student.page.getByRole('button', { name: 'Show again' }).click();
  await expect.poll(() => screenFrames(mentor.page)).toBeGreaterThan(5);
});

test('saving data sends a smaller picture from then on, also after a reload', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const limit = () =>
    student.page.evaluate(() => {
      const connection = (window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.at(-1);
      const camera = connection?.getSenders().find(({ track }) => track?.kind === 'video');
      return camera?.getParameters().encodings[0]?.maxBitrate ?? Infinity;
    });
  await expect.poll(limit).toBe(1_500_000);
  await student.page.getByRole('button', { name: 'Choose camera' }).click();
  await student.page.getByRole('switch', { name: /Save data/ }).check({ force: true });
  await expect.poll(limit).toBe(300_000);
  await student.page.reload();
  await expectMediaToFlow(student, mentor);
  await expect.poll(limit).toBe(300_000);
});

test('on a phone everything is reachable, by touch and by keyboard, without scrolling sideways', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 640 });
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.press('Enter');
  const menu = page.getByRole('group', { name: 'More' });
  for (const name of [
    'Microphone, camera, speaker',
    'Full screen',
    'Call details',
    'Safety code',
    'Keyboard shortcuts',
  ]) {
    const item = menu.getByRole('button', { name });
    await expect(item).toBeVisible();
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();
  for (const button of await page.getByRole('toolbar').getByRole('button').all()) {
    if (!(await button.isVisible())) continue;
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await more.click();
  await menu.getByRole('button', { name: 'Microphone, camera, speaker' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Camera' })).toBeVisible();
});

test('the keys of a call are listed by ?, and open what they say', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const { page } = student;
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const words of ['Show your screen, or stop', 'Full screen on or off', 'Call details', 'Chat']) {
    await expect(list.getByText(words)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(page.getByRole('region', { name: 'Call details' })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Write a message' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeFocused();
});

test('who speaks to their device turns the keys of a call off, and finds the list in the menu', async () => {
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const { page } = student;
  const microphone = page.getByRole('button', { name: 'Microphone', exact: true });
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await list.getByRole('switch', { name: 'Use these keys' }).click();
  await list.getByRole('button', { name: 'Close' }).click();
  const expectNoKeys = async () => {
    await expect(microphone).not.toHaveAttribute('aria-keyshortcuts');
    for (const key of ['m', 'v', 'q', 'c', '?']) await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: 'Call details' })).toHaveCount(0);
    await expect(list).toHaveCount(0);
    await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  };
  await expectNoKeys();
  await page.reload();
  await expectMediaToFlow(student, mentor);
  await expectNoKeys();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('group', { name: 'More' }).getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await list.getByRole('switch', { name: 'Use these keys' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
});
