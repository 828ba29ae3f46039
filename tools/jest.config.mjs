/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.spec.mjs', '<rootDir>/{test,deploy}/**/*.spec.mjs'],
  transform: {},
  injectGlobals: false,
  errorOnDeprecated: true,
};
