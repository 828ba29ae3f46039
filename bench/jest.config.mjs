/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.mjs'],
  transform: {},
  injectGlobals: false,
  errorOnDeprecated: true,
};
