import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDocker } from './fake-docker.mjs';

describe('./ieum upgrade', () => {
  let docker;
  beforeEach(async () => {
    docker = await FakeDocker.make();
    await docker.ieum(['init']);
  });
  afterEach(() => docker.remove());

  const replacing = (node) => [
    `[stop][-t][35][${node}]`,
    `[rm][${node}]`,
    '[compose][up][-d][--no-deps][--no-recreate][api]',
    '[compose][ps][-q][api]',
    '[inspect][-f][{{.State.Health.Status}}][node-1][node-2]',
  ];

  it('builds, then replaces one node after the other once all are well, then the rest', async () => {
    await docker.ieum(['upgrade']);
    expect(await docker.asked()).toEqual([
      '[compose][build]',
      '[compose][ps][-q][api]',
      ...replacing('node-1'),
      ...replacing('node-2'),
      '[compose][up][-d]',
    ]);
  });

  it('takes no answer for no health, and stops before the second node', async () => {
    const slow = path.join(docker.folder, 'sleep');
    await writeFile(slow, '#!/bin/sh\n', { mode: 0o755 });
    for (const health of ['', 'healthy starting', 'unhealthy']) {
      await expect(docker.ieum(['upgrade'], { health })).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('the old ones go on'),
      });
      const asked = await docker.asked();
      expect(asked.filter((each) => each.startsWith('[stop]'))).toEqual(['[stop][-t][35][node-1]']);
    }
  });

  it('draws the secrets that an older .env does not have, and leaves the others', async () => {
    const file = path.join(docker.folder, '.env');
    const isNewer = (line) => /^(?:GRAFANA_PASSWORD|S3_SECRET_ACCESS_KEY)=/u.test(line);
    const before = (await readFile(file, 'utf8')).split('\n').filter((line) => !isNewer(line));
    await writeFile(file, before.join('\n').trimEnd());
    await docker.ieum(['upgrade']);
    const after = (await readFile(file, 'utf8')).split('\n');
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    for (const name of ['GRAFANA_PASSWORD', 'S3_SECRET_ACCESS_KEY'])
      expect(after.filter((line) => new RegExp(`^${name}=[0-9a-f]{64}$`, 'u').test(line))).toHaveLength(1);
  });
});
