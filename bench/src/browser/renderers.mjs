import { readFile } from 'node:fs/promises';

const KB_PER_MB = 1_024;

/**
 * The processes that show the pages of a call, by the browser's own word (Chrome DevTools Protocol, `SystemInfo`): the
 * ones that have worked most.
 */
export async function busiestRenderers(browser, count) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
    return renderers.slice(0, count).map(({ id, cpuTime }) => ({ id, cpuSeconds: cpuTime }));
  } finally {
    await session.detach();
  }
}

/** What a process holds in memory that is its own, in MB: Linux counts it. */
export async function ownMemoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return ownMemoryIn(status);
}

/** Reads `RssAnon` of /proc/pid/status (man 5 proc). */
export function ownMemoryIn(status) {
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/mu.exec(status) ?? [];
  if (kilobytes === undefined) throw new Error('This system does not say how much memory a process holds.');
  return Number(kilobytes) / KB_PER_MB;
}

/** What a page's JavaScript holds, in MB, once nothing can be collected any more. */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / KB_PER_MB / KB_PER_MB;
  } finally {
    await session.detach();
  }
}
