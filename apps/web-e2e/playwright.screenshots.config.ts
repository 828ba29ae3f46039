import base from './playwright.config';

/** `npm run screenshots`: every screen in both languages and themes, at a desk and on a phone, to look at. */
export default {
  ...base,
  testDir: 'screenshots',
  testMatch: '*.shots.ts',
  reporter: 'list',
  timeout: 180_000,
};
