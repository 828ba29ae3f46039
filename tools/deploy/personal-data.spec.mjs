import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeDocker } from './fake-docker.mjs';

describe.each([
  ['export', 'export-user'],
  ['erase', 'erase-user'],
])('./ieum %s', (command, program) => {
  let docker;
  beforeAll(async () => {
    docker = await FakeDocker.make();
  });
  afterAll(() => docker.remove());

  it('runs the command in a node that runs, with the e-mail as one word', async () => {
    await docker.ieum([command, 'some one@example.org']);
    expect((await docker.asked()).at(-1)).toBe(
      `[exec][-i][node-1][node][apps/api/dist/cli/${program}.js][some one@example.org]`,
    );
  });

  it('asks for one e-mail, and does nothing without', async () => {
    for (const args of [[command], [command, 'a@example.org', 'b@example.org']]) {
      await expect(docker.ieum(args)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`usage: ./ieum ${command} E-MAIL`),
      });
      expect(await docker.asked()).toEqual(['']);
    }
  });
});
