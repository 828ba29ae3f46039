import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the system's browser, without a window; camera and microphone are test patterns that nobody has to allow. */
export async function startChromium(stage) {
  const executablePath = process.env.CHROMIUM ?? INSTALLED.find((file) => existsSync(file));
  if (!executablePath) throw new Error('There is no Chromium here. CHROMIUM=/path/to/it names one.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  return stage.keep(browser, () => browser.close());
}
