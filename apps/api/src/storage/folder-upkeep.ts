import { open, opendir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { errorCode } from '../common/error-code';
import { isAside, nameOf } from './folder-layout';
import { isKey } from './object-store';

/** Nothing is written for so long: its process was killed. */
export const STALE_MS = 3_600_000;

/** Every key below the folder that begins with the prefix. */
export async function* keysIn(folder: string, prefix: string): AsyncIterable<string> {
  for await (const key of walk(folder, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix)) if (isKey(key)) yield key;
}

/** `at`: the part of the keys that stands for this folder, empty or with a slash at its end. */
async function* walk(folder: string, at: string, prefix: string): AsyncIterable<string> {
  for await (const entry of entriesOf(join(folder, at))) {
    if (entry.isDirectory()) {
      const inside = `${at}${entry.name}/`;
      if (inside.startsWith(prefix) || prefix.startsWith(inside)) yield* walk(folder, inside, prefix);
    } else {
      const name = nameOf(entry.name);
      if (name !== undefined && `${at}${name}`.startsWith(prefix)) yield `${at}${name}`;
    }
  }
}

async function* entriesOf(folder: string) {
  try {
    yield* await opendir(folder);
  } catch (error) {
    // It was deleted with its last object, or there was never one.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Takes away this folder and those above it that are empty now, up to and without the last one. */
export async function removeEmpty(folder: string, last: string): Promise<void> {
  for (let each = folder; each.startsWith(last + sep); each = dirname(each)) {
    try {
      await rmdir(each);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
      if (code !== 'ENOENT') throw error;
    }
  }
}

/** What processes that were killed left half written. */
export async function removeStale(folder: string): Promise<void> {
  for await (const { name } of entriesOf(folder)) {
    const file = join(folder, name);
    if (isAside(name) && (await isStale(file))) await rm(file, { force: true });
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs < Date.now() - STALE_MS;
  } catch (error) {
    // Another node has finished or removed it meanwhile.
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Makes sure that names survive a power cut: of what is in `from`, and of each folder up to `to`. */
export async function syncFolders(from: string, to: string): Promise<void> {
  // Windows does it by itself, and has no way to ask.
  if (process.platform === 'win32') return;
  for (let each = from; ; each = dirname(each)) {
    await sync(each);
    if (each === to) return;
  }
}

async function sync(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // What was just made may have been deleted again, and its folder with it.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
