import { readdir, readFile } from 'node:fs/promises';
import { type Browser, chromium, test } from '@playwright/test';

/** A browser with all of its processes, that can be put to sleep as a laptop does when its lid is closed. */
export class Laptop {
  private constructor(
    readonly browser: Browser,
    private readonly pid: number,
    private readonly shut: () => Promise<void>,
  ) {}

  static async open(): Promise<Laptop> {
    const { launchOptions } = test.info().project.use;
    const server = await chromium.launchServer(launchOptions);
    const { pid } = server.process();
    if (pid === undefined) throw new Error('The browser has no process.');
    return new Laptop(await chromium.connect(server.wsEndpoint()), pid, () => server.close());
  }

  /** From now on nothing of it runs. Do not ask it for anything before it is awake. */
  async sleep(): Promise<void> {
    await this.signal('SIGSTOP');
  }

  async wake(): Promise<void> {
    await this.signal('SIGCONT');
  }

  async close(): Promise<void> {
    await this.wake();
    await this.browser.close();
    await this.shut();
  }

  private async signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    for (const pid of await treeOf(this.pid)) process.kill(pid, signal);
  }
}

/** A process and all that it started (proc(5), `/proc/PID/stat`). */
async function treeOf(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const parent = await parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

async function parentOf(pid: string): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    // It ended meanwhile.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
