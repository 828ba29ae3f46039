import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const firstOf = (...files: readonly string[]) => files.find(existsSync);

/** The system's browser: nothing is downloaded. `CHROMIUM` names another one, for all tests. */
const chromium =
  process.env['CHROMIUM'] ?? firstOf('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');

/** The same engine without the browser around it: what two people do in a call is tested in a quarter less time. */
const shell = process.env['CHROMIUM'] ?? firstOf('/usr/bin/chromium-headless-shell') ?? chromium;

/** What has to be shown of the browser that people have, or what the shell lacks: it forgets its devices' names. */
const IN_WHOLE_BROWSER = ['main-job.spec.ts', 'device-choice.spec.ts', 'ready-check.spec.ts'];

const ARGUMENTS = [
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
];

const launched = (executablePath: string | undefined) => ({
  launchOptions: { ...(executablePath ? { executablePath } : {}), args: ARGUMENTS },
});

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './support/prepare.ts',
  // Two people and two cores: calls that share them would measure each other.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/report.json' }],
  ],
  use: {
    locale: 'en-US',
    timezoneId: 'Asia/Seoul',
    // A trace of every call doubles the time of the whole: `TRACE=1` for a failure that the pictures do not explain.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'chromium', testMatch: IN_WHOLE_BROWSER, use: launched(chromium) },
    { name: 'shell', testIgnore: IN_WHOLE_BROWSER, use: launched(shell) },
  ],
});
