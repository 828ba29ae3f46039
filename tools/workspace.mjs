import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');

const SPEC = /\.spec\.[cm]?tsx?$|\.spec\.mjs$/u;
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name) || entry.name.startsWith('.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Every spec in the repository, whoever is meant to run it. */
export const specFiles = () => [...filesBelow(root)].filter((file) => SPEC.test(file));

/** The folders whose unit tests Jest runs, relative to the root. */
export function unitTestProjects() {
  const groups = ['libs', 'apps', 'tools'].flatMap((group) =>
    readdirSync(path.join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(group, entry.name)),
  );
  return [...groups, 'tools', 'bench'].filter((folder) => existsSync(path.join(root, folder, 'jest.config.mjs')));
}

/** The program a package installed, wherever npm put it. */
export function program(packageName, folder = root) {
  const require = createRequire(path.join(folder, 'package.json'));
  const manifest = findManifest(require, packageName);
  const { bin, name } = JSON.parse(readFileSync(manifest, 'utf8'));
  return path.join(
    path.dirname(manifest),
    typeof bin === 'string' ? bin : (bin[packageName] ?? bin[name] ?? Object.values(bin)[0]),
  );
}

function findManifest(require, packageName) {
  const manifest = (require.resolve.paths(packageName) ?? [])
    .map((folder) => path.join(folder, packageName, 'package.json'))
    .find((file) => existsSync(file));
  if (manifest === undefined) throw new Error(`${packageName} is not installed: run "npm ci"`);
  return manifest;
}
