import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { ambientGlobals, plugin as ieum } from './tools/eslint/src/index.mjs';

const TYPESCRIPT = ['**/*.{ts,tsx}'];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '**/test-results/',
    '**/playwright-report/',
    '.nx/',
    'data/',
    'bench/results/',
  ]),
  {
    name: 'everywhere',
    files: ['**/*.{ts,tsx,mts,js,mjs}'],
    extends: [js.configs.recommended],
    plugins: { ieum },
    linterOptions: { noInlineConfig: true },
    rules: {
      'ieum/boundaries': 'error',
      'ieum/named-exports': 'error',
      'ieum/no-swallowed-errors': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'preserve-caught-error': 'error',
    },
  },
  {
    name: 'scripts in plain JavaScript',
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    name: 'TypeScript',
    files: TYPESCRIPT,
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'Nest finds what to inject in the decorators’ metadata: its classes and modules look empty, their imports unused',
    files: ['apps/api/**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: { '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }] },
  },
  {
    name: 'the libraries reach the browser through their ports',
    files: ['libs/{webrtc-client,room-document,spoken-text}/src/**/*.ts'],
    ignores: ['**/platform.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-globals': ['error', { globals: ambientGlobals, checkGlobalObject: true }] },
  },
  {
    name: 'React',
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.recommended],
    // A call is live: there is no caption file to name.
    rules: { 'jsx-a11y-x/media-has-caption': 'off' },
  },
  {
    name: 'scripts that the page loads before anything else',
    files: ['apps/web/public/**/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
  },
  {
    name: 'pages that benchmarks measure',
    files: ['bench/src/pages/**/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    name: 'what people run in a terminal may print',
    files: ['bench/**', 'tools/**', '**/examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'files whose tool demands a default export',
    files: [
      '**/*.config.{ts,mjs,js}',
      '**/*.d.ts',
      'apps/api/test/support/{start,stop}-postgres.mjs',
      'apps/web-e2e/support/prepare.ts',
    ],
    rules: { 'ieum/named-exports': 'off' },
  },
);
