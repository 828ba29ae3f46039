import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import type { Storm } from '../harness/main';
import { launchFirefox } from '../support/firefox';
import { Pages } from '../support/pages';

let harness: Pages;
let demo: Pages;
test.beforeAll(async () => {
  harness = await Pages.serve(fileURLToPath(new URL('../harness', import.meta.url)));
  demo = await Pages.serve(fileURLToPath(new URL('../../../libs/webrtc-client/examples/demo', import.meta.url)));
});
test.afterAll(async () => {
  await harness.stop();
  await demo.stop();
});

const CHANGES = 500;
const JITTER_MS = 300;

function expectOrder({ states, lines, errors }: Storm): void {
  expect(states).toEqual(['stable', 'stable']);
  expect(lines[0]?.length).toBeGreaterThan(4);
  expect(lines[0]).toEqual(lines[1]);
  expect(errors).toEqual([]);
}

test('500 random changes of tracks on both sides end stable, with the same m-lines', async ({ page }) => {
  await page.goto(harness.origin);
  await page.waitForFunction(() => 'library' in window);
  const seed = Date.now() % 1_000_000;
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  expectOrder(
    await page.evaluate(([...args]) => window.library.storm(...args), [seed, CHANGES, JITTER_MS, false] as const),
  );
});

/**
 * In Firefox, what one wants to send and the other does not receive is named in an offer, but not in an answer, and that
 * is again a reason to negotiate (W3C WebRTC §4.7.3 step 5.3). Where either side has such an m-line of its own, both
 * offer for ever. The library's own lines always receive.
 */
test('so they do in Firefox, when one side always receives', async () => {
  test.setTimeout(150_000);
  const firefox: Browser = await launchFirefox();
  try {
    const page = await firefox.newPage();
    await page.goto(harness.origin);
    await page.waitForFunction(() => 'library' in window);
    const seed = Date.now() % 1_000_000;
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    expectOrder(await page.evaluate((...args) => window.library.storm(...args), seed, CHANGES, JITTER_MS, true));
  } finally {
    await firefox.close();
  }
});

test('50 joins and leaves leave no connection, no track and no memory behind', async ({ page }) => {
  await page.goto(harness.origin);
  await page.waitForFunction(() => 'library' in window);
  const heap = async (): Promise<number> => {
    await page.requestGC();
    return page.evaluate(
      () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
    );
  };
  const round = (times: number) => page.evaluate((count) => window.library.joinAndLeave(count), times);
  expect(await round(10)).toEqual({ openConnections: 0, liveTracks: 0 });
  const before = await heap();
  expect(await round(50)).toEqual({ openConnections: 0, liveTracks: 0 });
  const grown = (await heap()) - before;
  test
    .info()
    .annotations.push({ type: 'heap', description: `${Math.round(grown / 1024)} KB after 50 joins and leaves` });
  expect(grown).toBeLessThan(1_048_576);
});

async function switchCameraOff(page: Page): Promise<void> {
  const camera = page.getByRole('button', { name: 'Camera' });
  await page.waitForFunction(() => document.querySelector('video')?.videoWidth);
  await camera.click();
  await expect(camera).toHaveAttribute('aria-pressed', 'false');
}

const connectedTiles = (page: Page) => page.locator('figure[data-state=connected]');

test('six tabs of the demo call each other without a server, come and go, and a seventh is told it is full', async ({
  context,
}) => {
  test.setTimeout(200_000);
  const tabs: Page[] = [];
  for (let tab = 0; tab < 6; tab += 1) {
    const page = await context.newPage();
    await page.goto(demo.origin);
    // Two cores have enough of five pictures, thirty would be all they do.
    if (tab > 0) await switchCameraOff(page);
    tabs.push(page);
  }
  for (const page of tabs) await expect(connectedTiles(page)).toHaveCount(5, { timeout: 60_000 });
  await tabs[0]?.getByLabel('Say').fill('hello everybody');
  await tabs[0]?.getByRole('button', { name: 'Send' }).click();
  for (const page of tabs.slice(1)) await expect(page.getByText(/hello everybody/u)).toBeVisible();
  const seventh = await context.newPage();
  await seventh.goto(demo.origin);
  await expect(tabs[0]?.getByText('The call is full.') ?? seventh.locator('nothing')).toBeVisible();
  await seventh.close();
  await tabs.pop()?.close();
  for (const page of tabs) await expect(connectedTiles(page)).toHaveCount(4);
  await tabs[1]?.reload();
  for (const page of tabs) await expect(connectedTiles(page)).toHaveCount(4, { timeout: 30_000 });
});
