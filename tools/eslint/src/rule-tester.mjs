import path from 'node:path';
import { describe, it } from '@jest/globals';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { workspaceRoot } from './locate.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it;

export const ruleTester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    sourceType: 'module',
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});

/** A case as `[file from the root, code]`. */
export const inFile = (file, code) => ({
  name: `${file}: ${code.replaceAll('\n', ' ')}`,
  filename: path.join(workspaceRoot, file),
  code,
});
