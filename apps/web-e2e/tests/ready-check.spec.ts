import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ConsultResponse } from '@ieum/api-contract';
import { ask } from '../support/call';
import { Coturn } from '@ieum/turn-client/testing';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

const step = (page: Page, name: string): Locator => page.locator(`[data-step="${name}"]`);
const card = (page: Page, consultId: string): Locator => page.locator(`[data-consult-id="${consultId}"]`);

/** Keeps every track that the page opens, and can refuse to open any. */
const keepTracks = (refusal: string | null) => {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(window, { openedTracks: tracks });
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (refusal !== null) throw new DOMException('made for a test', refusal);
    const stream = await open(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
};
const liveTracks = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window as unknown as { openedTracks: MediaStreamTrack[] }).openedTracks.filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  );

async function someone(
  browser: Parameters<typeof Person.student>[0],
  refusal: string | null = null,
  on: IeumServer = server,
): Promise<Person> {
  const student = await Person.student(browser, on);
  await student.page.addInitScript(keepTracks, refusal);
  return student;
}

test('the check hears the microphone, shows the camera and tells mentors on the card', async ({ browser }) => {
  const student = await someone(browser);
  const mentor = await Person.mentor(browser, server);
  await mentor.page.goto('/live');
  const { page } = student;
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  const id = await ask(student);
  await expect(card(mentor.page, id)).toBeVisible();
  await expect(card(mentor.page, id).getByText('Ready', { exact: true })).toHaveCount(0);
  const startedAt = Date.now();
  await page.getByRole('button', { name: 'Start the check' }).click();
  // The fake microphone beeps: the meter moves.
  await expect
    .poll(async () => Number(await page.getByRole('meter').getAttribute('aria-valuenow')), { intervals: [50] })
    .toBeGreaterThan(10);
  await expect(step(page, 'microphone')).toHaveAttribute('data-status', 'ok');
  await expect(step(page, 'camera')).toHaveAttribute('data-status', 'ok');
  await expect(step(page, 'connection')).toContainText('Direct calls only');
  await expect(page.getByText('Everything works.')).toBeVisible();
  expect(Date.now() - startedAt).toBeLessThan(20_000);
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await expect(card(mentor.page, id).getByText('Ready', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Turn the camera off' }).click();
  await expect(card(mentor.page, id).getByText('Voice only', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Record 3 seconds and listen' }).click();
  await expect(step(page, 'echo')).toContainText('Recording');
  await expect(step(page, 'echo')).toHaveAttribute('data-status', 'ok');
  await page.getByRole('button', { name: 'Play a tone' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(step(page, 'speaker')).toContainText('Turn the volume up');
  // The button that had the focus is gone: the focus stays at its step.
  await expect(step(page, 'speaker')).toBeFocused();
  expect(troubles).toEqual([]);
  await student.close();
  await mentor.close();
});

test('leaving releases microphone and camera, and the room opens in the midst of a check', async ({ browser }) => {
  const student = await someone(browser);
  const mentor = await Person.mentor(browser, server);
  const { page } = student;
  await page.goto('/check');
  await page.getByRole('button', { name: 'Start the check' }).click();
  await expect(step(page, 'camera')).toHaveAttribute('data-status', 'ok');
  expect(await liveTracks(page)).toBe(2);
  await page.getByRole('button', { name: 'Close the check' }).click();
  await expect.poll(() => liveTracks(page)).toBe(0);
  await page.getByRole('button', { name: /Start the check|Check again/ }).click();
  await expect(step(page, 'camera')).toHaveAttribute('data-status', 'ok');
  await page.getByRole('link', { name: 'History' }).click();
  await expect.poll(() => liveTracks(page)).toBe(0);

  const id = await ask(student);
  await page.getByRole('button', { name: /Start the check|Check again/ }).click();
  await expect(step(page, 'camera')).toHaveAttribute('data-status', 'ok');
  await mentor.page.goto('/live');
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}` }).click();
  await expect(page).toHaveURL(`/room/${id}`);
  await expect.poll(() => liveTracks(page)).toBe(2);
  await student.close();
  await mentor.close();
});

test('a refusal says what to click and locks nobody out', async ({ browser }) => {
  const student = await someone(browser, 'NotAllowedError');
  const mentor = await Person.mentor(browser, server);
  const { page } = student;
  await page.goto('/check');
  await page.getByRole('button', { name: 'Start the check' }).click();
  await expect(step(page, 'permission')).toHaveAttribute('data-status', 'failed');
  await expect(step(page, 'permission')).toContainText('Click the icon left of the address');
  await expect(step(page, 'permission').getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByText('You can take part in any case.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('link', { name: 'Get help' }).click();
  await page.getByRole('radio', { name: 'Tutoring' }).check();
  await page.getByRole('radio', { name: 'Math', exact: true }).check();
  await page.getByRole('textbox').fill('I have no microphone here');
  await mentor.page.goto('/live');
  await page.getByRole('button', { name: 'Ask for help now' }).click();
  await expect(page).toHaveURL(/\/wait\//);
  // The word of the earlier check came with the request.
  await expect(mentor.page.getByRole('article', { name: student.nickname }).getByText('Listen only')).toBeVisible();
  await student.close();
  await mentor.close();
});

test('without any device a person still asks, and is told how to go on', async ({ browser }) => {
  const student = await someone(browser, 'NotFoundError');
  const id = await ask(student);
  await student.page.getByRole('button', { name: 'Start the check' }).click();
  await expect(step(student.page, 'microphone')).toContainText('No microphone was found');
  await expect(step(student.page, 'camera')).toContainText('Talking works without one');
  await expect.poll(async () => readinessOf(student, id)).toBe('listen-only');
  await student.close();
});

test('what the check came to is told after a lost network, too', async ({ browser }) => {
  const student = await someone(browser);
  const { page } = student;
  const id = await ask(student);
  await page.getByRole('button', { name: 'Check without camera' }).click();
  await expect(step(page, 'camera')).toContainText('Camera is off');
  // From now on nothing of it gets through, until it does.
  await page.route('**/readiness', (route) => route.abort('internetdisconnected'));
  await expect(page.getByText('You can talk without a picture.')).toBeVisible();
  expect(await liveTracks(page)).toBe(1);
  await page.unroute('**/readiness');
  await student.context.setOffline(true);
  await student.context.setOffline(false);
  await expect.poll(async () => readinessOf(student, id)).toBe('voice-only');
  await student.close();
});

test('bytes that came back through a real relay make a connection that works', async ({ browser }) => {
  const turn = await Coturn.start();
  const relayed = await IeumServer.start(turn.settings);
  try {
    const student = await someone(browser, null, relayed);
    await student.page.goto('/check');
    await student.page.getByRole('button', { name: 'Start the check' }).click();
    await expect(step(student.page, 'connection')).toHaveAttribute('data-status', 'ok');
    await expect(step(student.page, 'connection')).toContainText('also through strict networks');
    expect(turn.printed).toMatch(/ALLOCATE processed, success/i);
    await student.close();
  } finally {
    await relayed.stop();
    await turn.stop();
  }
});

test('a relay that takes no log-in is named on the mentor’s card', async ({ browser }) => {
  const turn = await Coturn.start();
  const relayed = await IeumServer.start({ ...turn.settings, TURN_SECRET: 'a secret that the relay does not know' });
  try {
    const student = await someone(browser, null, relayed);
    const mentor = await Person.mentor(browser, relayed);
    await mentor.page.goto('/live');
    const id = await ask(student);
    await student.page.getByRole('button', { name: 'Start the check' }).click();
    await expect(step(student.page, 'connection')).toHaveAttribute('data-status', 'failed');
    await expect(step(student.page, 'connection')).toContainText('tell whoever runs this site');
    await expect(card(mentor.page, id).getByText('Relay failing')).toBeVisible();
    await student.close();
    await mentor.close();
  } finally {
    await relayed.stop();
    await turn.stop();
  }
});

async function readinessOf(person: Person, consultId: string): Promise<string | null> {
  const { consult } = (await person.api('get', `/api/consults/${consultId}`)) as ConsultResponse;
  return consult.readiness;
}
