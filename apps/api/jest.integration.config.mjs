import { base } from '../../jest.base.mjs';

/** Packages that are ES modules but are loaded by `require` from others: Node can do that, Jest cannot yet. */
const REQUIRED_MODULES = 'node_modules/content-disposition/';

/** The API as it runs, over HTTP and sockets, on a real PostgreSQL that all specs share, each with its own database. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.integration.spec.ts'],
  transform: {
    ...base.transform,
    [`${REQUIRED_MODULES}.+\\.js$`]: [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!content-disposition/)`],
  globalSetup: './test/support/start-postgres.mjs',
  globalTeardown: './test/support/stop-postgres.mjs',
  // Many of them wait for a lease, a drain or a restart: fewer would leave a core idle.
  maxWorkers: 4,
  // Some start the product several times over, or derive a key from a password again and again.
  testTimeout: 60_000,
};
