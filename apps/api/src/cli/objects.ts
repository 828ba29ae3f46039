import 'reflect-metadata';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadSetting, readConfig } from '../config/config';
import { readArchive, writeArchive } from '../storage/object-archive';
import type { ObjectStore } from '../storage/object-store';
import { openObjectStore } from '../storage/open-object-store';
import { runCommand } from './command';

const USAGE = 'usage: npm run --silent objects -- write >FILE | check <FILE | put <FILE | prune <FILE';
const DELETE_AT_ONCE = 500;

type Work = (store: ObjectStore) => Promise<string | undefined>;

/** Everything in the object store, as one stream: for backups, and for moving from one store to another. */
const WORKS: Readonly<Record<string, Work>> = {
  async write(store) {
    await pipeline(Readable.from(writeArchive(store), { objectMode: false }), process.stdout);
    return undefined;
  },

  /** Reads it to its end, and changes nothing. */
  async check() {
    const keys = await keysIn(process.stdin);
    return `${keys.size} objects, all whole.`;
  },

  async put(store) {
    let objects = 0;
    for await (const { key, content, contentType, sha256 } of readArchive(process.stdin)) {
      await store.put(key, content, { contentType, sha256 });
      objects += 1;
    }
    return `Put ${objects} objects.`;
  },

  /** Deletes every object that is not in the stream, once that was read to its end. */
  async prune(store) {
    const kept = await keysIn(process.stdin);
    const others: string[] = [];
    for await (const key of store.list('')) if (!kept.has(key)) others.push(key);
    for (let start = 0; start < others.length; start += DELETE_AT_ONCE) {
      await store.delete(others.slice(start, start + DELETE_AT_ONCE));
    }
    return `Deleted ${others.length} objects that were not among them.`;
  },
};

async function keysIn(stream: AsyncIterable<Uint8Array>): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const { key } of readArchive(stream)) keys.add(key);
  return keys;
}

runCommand(async ([name = '', ...rest]) => {
  const work = Object.hasOwn(WORKS, name) && rest.length === 0 ? WORKS[name] : undefined;
  if (!work) throw new BadSetting(USAGE);
  return work(openObjectStore(readConfig(process.env).objects));
});
