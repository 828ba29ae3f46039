import { expect, type Page, test } from '@playwright/test';
import { Coturn } from '@ieum/turn-client/testing';

interface Gathered {
  readonly candidates: readonly string[];
  readonly errors: readonly number[];
}

/** What a browser gets from TURN servers; the gathering ends early once there is a candidate. */
const gather = (page: Page, server: RTCIceServer): Promise<Gathered> =>
  page.evaluate(async (iceServer) => {
    const connection = new RTCPeerConnection({ iceTransportPolicy: 'relay', iceServers: [iceServer] });
    const errors: number[] = [];
    connection.addEventListener('icecandidateerror', ({ errorCode }) => errors.push(errorCode));
    const candidates = await new Promise<string[]>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => resolve(candidate ? [candidate.candidate] : []));
      connection.createDataChannel('any');
      void connection.setLocalDescription();
    });
    connection.close();
    return { candidates, errors };
  }, server);

let coturn: Coturn;
test.afterEach(() => coturn.stop());

test('a log-in that has ended, or was made with another secret, is refused', async ({ page }) => {
  coturn = await Coturn.start();
  const { urls } = coturn;
  const good = await gather(page, { urls, ...coturn.credentials() });
  expect(good).toEqual({ candidates: [expect.stringContaining(' typ relay ')], errors: [] });
  for (const bad of [{ endsInSeconds: -1 }, { secret: 'of-another-server' }]) {
    expect(await gather(page, { urls, ...coturn.credentials(bad) })).toEqual({ candidates: [], errors: [401, 401] });
  }
  expect(coturn.printed).toContain('error 401: Unauthorized');
});

for (const transport of ['tcp', 'tls'] as const) {
  test(`only ${transport} gets through: ${transport} it is`, async ({ playwright, launchOptions }) => {
    coturn = await Coturn.start({ transports: [transport] });
    const args = [...(launchOptions.args ?? []), '--ignore-certificate-errors'];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    const { candidates } = await gather(page, { urls: coturn.urls, ...coturn.credentials() });
    expect(candidates).toEqual([expect.stringContaining(' typ relay ')]);
    await browser.close();
  });
}
