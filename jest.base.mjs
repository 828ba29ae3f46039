/**
 * What every project's Jest has in common: TypeScript as native ES modules through SWC (Nest 12 is ESM only),
 * with the decorator metadata that Nest and TypeORM read.
 * @type {import('jest').Config}
 */
export const base = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  errorOnDeprecated: true,
  injectGlobals: false,
  // Of hashes, threads and processes where others are at work; what merely computes is far from it.
  testTimeout: 30_000,
};
