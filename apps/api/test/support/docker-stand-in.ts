import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../../..');

/**
 * As much of `docker compose` as `./ieum` asks for: what it runs in the database's container runs here, with the programs
 * of this system's PostgreSQL, and what it runs in one of the API with what was built here; the rest is only noted.
 */
const DOCKER = `#!/bin/bash
set -eu
if [ "$1 $2" = "compose exec" ]; then
  [ "$3 $4" = "-T postgres" ] || { echo "no such service: $4" >&2; exit 1; }
  shift 5
  # Fed by a socket, bash would take itself for a remote shell and read its settings.
  exec bash --norc "$@"
fi
if [ "$1 $2" = "compose run" ]; then
  [ "$3 $4 $5 $6" = "--rm --no-deps -T api" ] || { echo "not so: $*" >&2; exit 1; }
  shift 6
  cd "$ROOT"
  exec "$@"
fi
echo "$*" >>"$NOTED"
`;

interface Place {
  readonly url: string;
  readonly programs: string;
  readonly key: string;
  /** The settings of the store of objects. */
  readonly objects: Readonly<Record<string, string>>;
}

/** Runs the operator's script against a PostgreSQL of this system. */
export class OperatorsScript {
  private constructor(
    readonly folder: string,
    private readonly place: Place,
  ) {}

  static async at(place: Place): Promise<OperatorsScript> {
    const folder = await mkdtemp(join(tmpdir(), 'ieum-script-'));
    const docker = join(folder, 'docker');
    await writeFile(docker, DOCKER);
    await chmod(docker, 0o755);
    return new OperatorsScript(folder, place);
  }

  /** What it said and its exit code. */
  run(
    args: readonly string[],
    { key = this.place.key, objects = this.place.objects } = {},
  ): Promise<{ code: number; said: string }> {
    const { url, programs } = this.place;
    const { hostname, port } = new URL(url);
    const env = {
      PATH: [this.folder, programs, process.env.PATH].join(delimiter),
      PGHOST: hostname,
      PGPORT: port,
      BACKUP_KEY: key,
      NOTED: join(this.folder, 'noted'),
      ROOT,
      ...objects,
    };
    return new Promise((done) => {
      execFile(join(ROOT, 'ieum'), [...args], { env }, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code ?? 1) : 0, said: stdout + stderr });
      });
    });
  }

  /** What else it asked Docker for, since the last time. */
  async noted(): Promise<string[]> {
    const file = join(this.folder, 'noted');
    const lines = await readFile(file, 'utf8').catch(() => '');
    await writeFile(file, '');
    return lines.split('\n').filter(Boolean);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
