import { readdirSync, readFileSync } from 'node:fs';

/** Every process as { pid, parent, group, started }, from /proc: a bare machine has no `ps`. Empty where there is no /proc. */
function processTable() {
  let names;
  try {
    names = readdirSync('/proc');
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return names.filter((name) => /^\d+$/u.test(name)).flatMap(readProcess);
}

function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, group, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), group: Number(group), started: rest[16] }];
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return [];
    throw error;
  }
}

/** The processes that `pid` started, and that those started, now. */
export function descendants(pid) {
  const everyone = processTable();
  const found = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = everyone.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

/** Those of `known` that are still there: the same process, not another that was given its number. */
export function survivors(known) {
  const now = new Map(processTable().map((entry) => [entry.pid, entry.started]));
  return known.filter(({ pid, started }) => now.get(pid) === started);
}

/** Whether a process runs; one that is over but not yet collected by its parent does not. */
export const isRunning = (pid) => readProcess(pid).length > 0;

/** The processes of one process group. */
export const groupMembers = (group) => processTable().filter((entry) => entry.group === group);

/** Sends a signal; a process or group that has just ended is what was wanted. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
