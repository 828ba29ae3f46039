import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderObjectStore } from '../src/storage/folder-object-store';
import { S3ObjectStore } from '../src/storage/s3-object-store';
import { contentOf, keysOf, put } from './support/object-store-contract';
import { TestS3 } from './support/s3-server';

const PROGRAM = resolve(import.meta.dirname, '../dist/cli/objects.js');

interface Ran {
  readonly code: number | null;
  readonly output: Buffer;
  readonly errors: string;
}

/** The command as operators run it, with something on its standard input. */
async function objects(name: string, env: Record<string, string>, input: Uint8Array = Buffer.alloc(0)): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [PROGRAM, name], { env: { PATH, ...env }, stdio: 'pipe' });
  // It may have ended before it read everything.
  child.stdin.on('error', () => undefined).end(input);
  const [output, errors, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, output, errors: String(errors) };
}

const said = ({ code, output, errors }: Ran) => [code, String(output), errors];

describe('npm run objects', () => {
  let folder: string;
  let store: FolderObjectStore;
  let env: Record<string, string>;
  let s3: TestS3;
  beforeAll(async () => {
    s3 = await TestS3.start();
  });
  afterAll(() => s3.remove());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-objects-'));
    store = new FolderObjectStore(folder);
    env = { OBJECTS_DIR: folder };
  });
  afterEach(() => rm(folder, { recursive: true }));

  const CONTENTS = { 'a/1': randomBytes(300_000), 'a/2': Buffer.alloc(0), b: Buffer.from('{"objects":1}\n') };
  const fill = async (): Promise<void> => {
    for (const [key, content] of Object.entries(CONTENTS)) await put(store, key, content, 'audio/ogg');
  };

  it('takes everything from one store into another, and deletes there what is not among it', async () => {
    await fill();
    const written = await objects('write', env);
    expect([written.code, written.errors]).toEqual([0, '']);
    expect(said(await objects('check', env, written.output))).toEqual([0, '3 objects, all whole.\n', '']);
    const bucket = new S3ObjectStore(s3.settings());
    await put(bucket, 'newer', Buffer.from('x'));
    expect(said(await objects('put', s3.environment, written.output))).toEqual([0, 'Put 3 objects.\n', '']);
    expect(await keysOf(bucket)).toEqual(['a/1', 'a/2', 'b', 'newer']);
    expect(said(await objects('prune', s3.environment, written.output))).toEqual([
      0,
      'Deleted 1 objects that were not among them.\n',
      '',
    ]);
    for (const [key, content] of Object.entries(CONTENTS)) expect(await contentOf(bucket, key)).toEqual(content);
    expect(await bucket.get('a/1')).toMatchObject({ contentType: 'audio/ogg' });
    expect(await keysOf(bucket)).toEqual(['a/1', 'a/2', 'b']);
    // In whatever order: the same.
    expect((await objects('write', s3.environment)).output).toHaveLength(written.output.length);
  }, 60_000);

  it('writes an end even where there is nothing', async () => {
    const { output } = await objects('write', env);
    expect(String(output)).toBe('ieum-objects 1\n{"objects":0}\n');
    expect(said(await objects('check', env, output))).toEqual([0, '0 objects, all whole.\n', '']);
  });

  it('takes no stream without its end, and deletes nothing then', async () => {
    await fill();
    const { output } = await objects('write', env);
    for (const name of ['check', 'prune']) {
      const ran = await objects(name, env, output.subarray(0, -15));
      expect(said(ran)).toEqual([1, '', expect.stringContaining('damaged, or not all')]);
    }
    expect(await keysOf(store)).toEqual(Object.keys(CONTENTS));
  }, 60_000);

  it('says what it is for when it is asked for something else', async () => {
    for (const name of ['', 'erase', 'constructor']) {
      expect(said(await objects(name, env))).toEqual([1, '', expect.stringMatching(/^usage: .*\n$/u)]);
    }
  });

  it('keeps nothing of what there is no room for, and says so without the folder', async () => {
    await put(store, 'there', Buffer.from('before'));
    await put(store, 'large', randomBytes(2_000_000));
    const { output } = await objects('write', env);
    await store.delete(['large']);
    // In blocks of a kilobyte: as much as the system lets this process write into one file.
    const limited = execFile('bash', ['-c', 'ulimit -f 1000; exec "$0" "$@"', process.execPath, PROGRAM, 'put'], {
      env,
    });
    limited.stdin?.on('error', () => undefined).end(output);
    let errors = '';
    limited.stderr?.on('data', (chunk: string) => (errors += chunk));
    const [code] = (await once(limited, 'close')) as [number | null];
    expect([code, errors]).toEqual([1, expect.stringContaining('EFBIG')]);
    expect(errors).toContain('Files cannot be kept');
    expect(errors).not.toContain(folder);
    expect(await readdir(folder)).toEqual(['there.object']);
    expect(String(await contentOf(store, 'there'))).toBe('before');
  });

  it('fails where the store is away', async () => {
    const away = { ...s3.environment, S3_ENDPOINT: 'http://127.0.0.1:9' };
    const { code, errors } = await objects('write', away);
    expect([code, errors]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
  });
});
