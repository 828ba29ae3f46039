import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { descendants, groupMembers, signal, survivors } from '../processes.mjs';

const GRACE_MS = 5_000;
const LINGER_MS = 3_000;
const running = new Set();
let stopped = false;

/**
 * Runs a command in a process group of its own, without stdin, and collects what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, timeoutMs: number }} options
 * @returns {Promise<{ code: number | null, signal: string | null, timedOut: boolean, leftovers: number, output: string }>}
 */
export async function runCommand(command, args, { cwd, env, timeoutMs }) {
  if (stopped) return new Promise(() => undefined);
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  running.add(child);
  let stopping;
  const timer = setTimeout(() => {
    stopping = stop(child);
  }, timeoutMs);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, failure: error }));
    child.once('exit', (code, name) => resolve({ code, signal: name }));
  });
  clearTimeout(timer);
  await stopping;
  const leftovers = child.pid === undefined ? 0 : await endGroup(child.pid);
  await Promise.race([closed, wait(LINGER_MS, undefined, { ref: false })]);
  running.delete(child);
  if (ended.failure) chunks.push(Buffer.from(`${ended.failure.message}\n`));
  const output = Buffer.concat(chunks).toString('utf8');
  return { code: ended.code, signal: ended.signal, timedOut: stopping !== undefined, leftovers, output };
}

async function waitUntilGone(isAnyoneThere, withinMs) {
  const deadline = Date.now() + withinMs;
  while (isAnyoneThere() && Date.now() < deadline) await wait(50);
}

/** Ends what a command left in its group once it is over; says how many had to be told. */
async function endGroup(group) {
  const isAnyoneThere = () => groupMembers(group).length > 0;
  await waitUntilGone(isAnyoneThere, LINGER_MS);
  const left = groupMembers(group).length;
  if (left > 0) {
    signal(-group, 'SIGKILL');
    await waitUntilGone(isAnyoneThere, LINGER_MS);
  }
  return left;
}

/** Ends a command and everything it started: politely at first, so that it can stop its own servers and browsers. */
async function stop(child) {
  const family = descendants(child.pid);
  const isAnyoneThere = () => survivors(family).length + groupMembers(child.pid).length > 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
    signal(-child.pid, name);
    if (name !== 'SIGINT') for (const { pid } of survivors(family)) signal(pid, name);
    await waitUntilGone(isAnyoneThere, GRACE_MS);
  }
}

/** Ends every command still running; none is started any more. */
export async function stopAll() {
  stopped = true;
  await Promise.all([...running].map(stop));
}
