import { defineConfig } from '@playwright/test';
import everyTest from './playwright.config';

/** The deployment itself, for real: it wants an engine, and minutes to build. Not part of `npm test`. */
export default defineConfig(everyTest, {
  testDir: 'compose',
  globalSetup: [],
  testMatch: '*.deployed.ts',
  timeout: 180_000,
  reporter: [['list']],
});
