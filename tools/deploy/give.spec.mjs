import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeDocker } from './fake-docker.mjs';

describe.each([
  ['approve', 'apps/api/dist/cli/approve-mentor.js'],
  ['admin', 'apps/api/dist/cli/make-admin.js'],
])('./ieum %s', (command, program) => {
  let docker;
  beforeAll(async () => {
    docker = await FakeDocker.make();
  });
  afterAll(() => docker.remove());

  it('runs the command of that name in a node that runs, with the words as they were given', async () => {
    await docker.ieum([command, 'a b@example.org', '--revoke']);
    expect(await docker.asked()).toEqual([
      '[compose][ps][-q][api]',
      `[exec][-i][node-1][node][${program}][a b@example.org][--revoke]`,
    ]);
  });

  it('says what to do when no node runs', async () => {
    await expect(docker.ieum([command, 'a@example.org'], { nodes: '' })).rejects.toMatchObject({
      code: 1,
      stderr: 'The API does not run: docker compose up -d\n',
    });
  });

  it('says how it is used when nobody is named', async () => {
    await expect(docker.ieum([command])).rejects.toMatchObject({
      code: 1,
      stderr: `usage: ./ieum ${command} E-MAIL [--revoke]\n`,
    });
    expect((await docker.ieum(['help'])).stdout).toContain(`./ieum ${command} E-MAIL`);
  });
});
