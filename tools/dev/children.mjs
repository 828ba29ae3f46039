import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { signal } from '../processes.mjs';

const GRACE_MS = 10_000;
const children = new Set();
let stopping = false;

const isOver = (child) => child.exitCode !== null || child.signalCode !== null;

function prefix(label, stream, out) {
  createInterface({ input: stream }).on('line', (line) => out.write(`${label.padEnd(5)} | ${line}\n`));
}

/** Starts a Node program whose lines are printed with its label. When one ends, all do. */
export function startChild(label, args, cwd, env = {}) {
  if (stopping) return;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  prefix(label, child.stdout, process.stdout);
  prefix(label, child.stderr, process.stderr);
  children.add(child);
  child.once('exit', (code, name) => {
    children.delete(child);
    if (stopping) return;
    process.stderr.write(`${label.padEnd(5)} | ended (${name ?? `exit code ${code}`}), stopping the rest\n`);
    void stopChildren(code || 1);
  });
}

async function stopChild(child) {
  const over = isOver(child) ? Promise.resolve() : once(child, 'exit');
  const lastWord = setTimeout(() => signal(-child.pid, 'SIGKILL'), GRACE_MS);
  signal(-child.pid, 'SIGTERM');
  await over;
  clearTimeout(lastWord);
  signal(-child.pid, 'SIGTERM');
}

/** Ends every child with what it started, then this process. */
export async function stopChildren(exitCode) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...children].map(stopChild));
  process.exit(exitCode);
}
