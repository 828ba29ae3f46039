import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { locateFile, locateImport, workspaceRoot } from './locate.mjs';

const importer = path.join(workspaceRoot, 'tools/eslint/src/index.mjs');

describe('locateFile', () => {
  it.each([
    ['apps/api/src/consults/consult.entity.ts', 'apps/api/src/consults/consult.entity'],
    ['apps/web/src/main.tsx', 'apps/web/src/main'],
    ['libs/a/src/globals.d.ts', 'libs/a/src/globals'],
    ['libs/a/logo.svg', 'libs/a/logo.svg'],
  ])('writes %s from the root and without its extension', (file, expected) => {
    expect(locateFile(path.join(workspaceRoot, file))).toBe(expected);
  });
});

describe('locateImport', () => {
  it.each([
    ['./table.mjs', 'tools/eslint/src/table'],
    ['./table', 'tools/eslint/src/table'],
    ['../../../apps/api/src/app.module', 'apps/api/src/app.module'],
    ['.././src/../package.json', 'tools/eslint/package.json'],
    ['..', 'tools/eslint/index'],
    ['../src/', 'tools/eslint/src/index'],
    ['./table.mjs?raw', 'tools/eslint/src/table'],
    ['zod', 'npm:zod'],
    ['@ieum/webrtc-client/testing', 'npm:@ieum/webrtc-client/testing'],
    ['fs/promises', 'node:fs/promises'],
    ['node:fs', 'node:fs'],
  ])('finds where %s points', (specifier, expected) => {
    expect(locateImport(specifier, importer)).toBe(expected);
  });

  it('resolves an absolute path like a relative one', () => {
    expect(locateImport(path.join(workspaceRoot, 'libs/a/src/index.ts'), importer)).toBe('libs/a/src/index');
  });
});
