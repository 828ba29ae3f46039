import { existsSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = path.resolve(fileURLToPath(import.meta.url), '../../../..');

const CODE_EXTENSION = /(?:\.d)?\.[cm]?[jt]sx?$/u;
const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mjs'];

/** `./x` is the file x.ts where there is one, else the folder x. */
function isFolder(target) {
  if (SOURCE_EXTENSIONS.some((extension) => existsSync(target + extension))) return false;
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A file as the table writes it: from the root, with slashes, without extension. */
export function locateFile(file) {
  return path.relative(workspaceRoot, file).split(path.sep).join('/').replace(CODE_EXTENSION, '');
}

/** What an import specifier in `file` points at, as the table writes it. */
export function locateImport(specifier, file) {
  const bare = specifier.replace(/[?#].*$/u, '') || specifier;
  if (bare.startsWith('.') || path.isAbsolute(bare)) {
    const target = path.resolve(path.dirname(file), bare);
    return isFolder(target) ? `${locateFile(target)}/index` : locateFile(target);
  }
  if (isBuiltin(bare)) return bare.startsWith('node:') ? bare : `node:${bare}`;
  return `npm:${bare}`;
}
