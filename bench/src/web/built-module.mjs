import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../ground/product.mjs';

/**
 * Builds `source` as Vite builds an application: minified ES modules, without what nobody imports, but with all that the
 * entry exports. Returns the code of every script, the entry's first.
 */
export async function buildModule(folder, source) {
  await mkdir(folder, { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const entry = path.join(folder, 'entry.js');
  await writeFile(entry, source);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { entryFileNames: '[name].js' } },
    },
  });
  const built = path.join(folder, 'dist');
  const files = await readdir(built, { recursive: true });
  const scripts = files.filter((file) => file.endsWith('.js')).sort((a, b) => (b === 'entry.js') - (a === 'entry.js'));
  return Promise.all(scripts.map((file) => readFile(path.join(built, file), 'utf8')));
}
