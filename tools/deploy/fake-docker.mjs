import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../workspace.mjs';

const run = promisify(execFile);

/** Notes what it is asked, a line each; tells of two API containers, and of their health as it was told itself. */
const DOCKER = `#!/bin/sh
printf '[%s]' "$@" >>"$ASKED"
echo >>"$ASKED"
case "$1 $2 $3" in
  'compose ps -q') [ -z "$NODES" ] || printf '%s\\n' $NODES ;;
  'inspect '*) printf '%s\\n' $HEALTH ;;
esac
exit "\${CODE:-0}"
`;

/** `./ieum` in a folder of its own, with an engine that only notes. */
export class FakeDocker {
  constructor(folder) {
    this.folder = folder;
  }

  static async make() {
    const folder = await mkdtemp(path.join(tmpdir(), 'ieum-docker-'));
    for (const file of ['ieum', '.env.example']) await copyFile(path.join(root, file), path.join(folder, file));
    await writeFile(path.join(folder, 'docker'), DOCKER);
    await chmod(path.join(folder, 'docker'), 0o755);
    return new FakeDocker(folder);
  }

  /** Runs `./ieum` with these words. @throws as `execFile` does when it fails */
  async ieum(args, answers = {}) {
    const { nodes = 'node-1 node-2', health = 'healthy healthy', code = 0 } = answers;
    await writeFile(this.#asked, '');
    const env = { ASKED: this.#asked, NODES: nodes, HEALTH: health, CODE: String(code) };
    return run('sh', [path.join(this.folder, 'ieum'), ...args], {
      env: { ...env, PATH: `${this.folder}${path.delimiter}${process.env.PATH}` },
    });
  }

  /** What the engine was asked in the last run, each word in brackets. */
  async asked() {
    return (await readFile(this.#asked, 'utf8')).trim().split('\n');
  }

  remove() {
    return rm(this.folder, { recursive: true });
  }

  get #asked() {
    return path.join(this.folder, 'asked');
  }
}
