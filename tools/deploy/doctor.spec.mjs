import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from './compose.mjs';
import { FakeDocker } from './fake-docker.mjs';

describe('./ieum doctor', () => {
  let docker;
  beforeAll(async () => {
    docker = await FakeDocker.make();
  });
  afterAll(() => docker.remove());

  it('runs in a container of its own with the settings of the API, which need not run', async () => {
    await docker.ieum(['doctor', '--lang', 'ko'], { nodes: '' });
    expect(await docker.asked()).toEqual([
      '[compose][run][--rm][--no-deps][-T][api][node][apps/api/dist/cli/doctor.js][--lang][ko]',
    ]);
    expect(read('apps/api/vite.config.ts')).toContain("'cli/doctor': 'src/cli/doctor.ts'");
  });

  it('fails as the command does', async () => {
    await expect(docker.ieum(['doctor'], { code: 1 })).rejects.toMatchObject({ code: 1 });
  });
});
