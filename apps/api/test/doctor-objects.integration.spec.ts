import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findingsOf, reportOn, verdict } from './support/doctor-fixtures';
import { refuse } from './support/s3-front';
import { TestS3 } from './support/s3-server';

describe('the doctor’s look at the folder of the objects', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ieum-doctor-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const look = (settings: Record<string, string>) => verdict('object-store', { settings });

  it('finds that it can be used, and leaves nothing in it', async () => {
    expect(await look({ OBJECTS_DIR: folder })).toEqual(['ok']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds that there is none yet, and makes none: it may be another user than the server', async () => {
    expect(await look({ DATA_DIR: folder })).toEqual(['not-configured', 'object-store-empty']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds that it cannot be used', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const [found] = findingsOf(await reportOn({ settings: { OBJECTS_DIR: join(folder, 'a-file') } }), 'object-store');
    expect(found).toMatchObject({
      state: 'failing',
      reasons: ['object-store-unwritable'],
      about: join(folder, 'a-file'),
      figures: [{ name: 'code', value: 'ENOTDIR' }],
    });
  });

  it('finds that several nodes may each have one of their own', async () => {
    const nodes = { VALKEY_URL: 'redis://127.0.0.1:9', DATABASE_URL: 'postgres://x/y', JWT_SECRET: 'j'.repeat(32) };
    await mkdir(join(folder, 'objects'));
    expect(await look({ ...nodes, DATA_DIR: folder })).toEqual(['warning', 'object-store-apart']);
    expect(await look({ ...nodes, OBJECTS_DIR: folder })).toEqual(['ok']);
    expect(await look({ DATA_DIR: folder })).toEqual(['ok']);
  });
});

describe('the doctor’s look at a store that speaks S3', () => {
  let s3: TestS3;
  beforeEach(async () => {
    s3 = await TestS3.start();
  });
  afterEach(() => s3.remove());
  const look = (settings: Record<string, string> = {}) =>
    verdict('object-store', { settings: { ...s3.environment, ...settings } });

  it('finds that it can be used, refuses us, or is gone', async () => {
    expect(await look()).toEqual(['ok']);
    expect(await look({ S3_SECRET_ACCESS_KEY: 'another-secret' })).toEqual(['failing', 'object-store-refused']);
    await s3.stop();
    expect(await look()).toEqual(['failing', 'object-store-unreachable']);
  });

  it('says which it is without the password in its address', async () => {
    const { host } = new URL(s3.url);
    const S3_ENDPOINT = `http://somebody:canary@${host}`;
    const report = await reportOn({
      settings: { ...s3.environment, S3_ENDPOINT, S3_SECRET_ACCESS_KEY: 'canary-secret' },
    });
    expect(findingsOf(report, 'object-store')).toMatchObject([{ state: 'failing', about: `${host}/ieum` }]);
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('finds that it is full, has no bucket, forgets, or is slow', async () => {
    const front = await s3.frontOf();
    const fail = (status: number, code: string) => {
      front.answer = (_request, response) => refuse(response, status, code);
    };
    const settings = { S3_ENDPOINT: front.url };
    fail(507, 'XMinioStorageFull');
    expect(await look(settings)).toEqual(['failing', 'object-store-full']);
    fail(404, 'NoSuchBucket');
    expect(await look(settings)).toEqual(['failing', 'object-store-no-bucket']);
    front.answer = (request, response, pass) =>
      request.method === 'GET' ? refuse(response, 404, 'NoSuchKey') : pass();
    expect(await look(settings)).toEqual(['failing', 'object-store-forgetful']);
    front.answer = (request, _response, pass) => (request.method === 'GET' ? setTimeout(pass, 1_100) : pass());
    expect(await look(settings)).toEqual(['warning', 'object-store-slow']);
    await front.close();
  });
});
