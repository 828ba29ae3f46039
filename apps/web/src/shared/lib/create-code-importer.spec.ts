import { describe, expect, it } from '@jest/globals';
import { failureOf } from './code-error';
import { CodeFiles } from './code-files';
import { createCodeImporter } from './create-code-importer';

/** A tool's own file, one that only it depends on, one that the page has, and its styles. */
const NEEDS = ['assets/tool.js', 'assets/part.js', 'assets/page.js', 'assets/tool.css'];
const there = () => new Response('code');

/** A server, and a browser that never asks again for a module that it missed once. */
function world({ mustStay = true } = {}) {
  const asked: string[] = [];
  const hinted: string[] = [];
  const failures: unknown[] = [];
  const cache = new Set(['/assets/page.js']);
  const missed = new Set<string>();
  const server: { answer: (url: string) => Response; styles: 'there' | 'away'; stays: boolean } = {
    answer: there,
    styles: 'there',
    stays: true,
  };
  const ask = (url: string): Response => {
    asked.push(url);
    const answer = server.answer(url);
    if (answer.ok) cache.add(url);
    return answer;
  };
  const files = new CodeFiles({
    fetch: async (url) => ask(url),
    isInPage: (url) => url === '/assets/page.js',
    hint: (url) => void hinted.push(url),
    addStyles: async (url) => {
      asked.push(url);
      if (server.styles === 'away') throw new Error('no styles');
    },
  });
  const browserImport = async () => {
    for (const url of ['/assets/tool.js', '/assets/part.js']) {
      if (missed.has(url) || (!cache.has(url) && !ask(url).ok)) {
        missed.add(url);
        throw new TypeError('Importing a module script failed.');
      }
    }
    return 'the tool';
  };
  const importer = createCodeImporter({
    files,
    mustStay: () => mustStay,
    failed: (error) => (failures.push(error), server.stays),
  });
  return { importTool: () => importer(browserImport, NEEDS), server, asked, hinted, failures };
}

const away = (): Response => {
  throw new TypeError('Failed to fetch');
};

describe('an import during a call', () => {
  it('fetches what is not in the page yet, once, and then begins', async () => {
    const { importTool, asked, hinted } = world();
    await expect(importTool()).resolves.toBe('the tool');
    await expect(importTool()).resolves.toBe('the tool');
    expect(asked).toEqual(['/assets/tool.js', '/assets/part.js', '/assets/tool.css']);
    expect(hinted).toEqual([]);
  });

  it.each([
    ['the server is away', away],
    ['the server has trouble', () => new Response('', { status: 503 })],
    ['only a file it depends on is missed', (url: string) => (url.includes('part') ? away() : there())],
  ])('asks the server again when %s, in a browser that remembers misses', async (_, answer) => {
    const { importTool, server, asked, failures } = world();
    server.answer = answer;
    const error: unknown = await importTool().catch((reason: unknown) => reason);
    expect(failureOf(error)).toBe('unreachable');
    expect(failures).toEqual([error]);
    server.answer = there;
    asked.length = 0;
    await expect(importTool()).resolves.toBe('the tool');
    expect(asked).toContain('/assets/part.js');
  });

  it('asks again for styles that did not come, and does not begin without them', async () => {
    const { importTool, server, asked } = world();
    server.styles = 'away';
    const error: unknown = await importTool().catch((reason: unknown) => reason);
    expect(failureOf(error)).toBe('unreachable');
    server.styles = 'there';
    await expect(importTool()).resolves.toBe('the tool');
    expect(asked.filter((url) => url === '/assets/tool.css')).toHaveLength(2);
  });

  it('knows a file that the server no longer has: only a new page helps', async () => {
    const { importTool, server } = world();
    server.answer = () => new Response('', { status: 404 });
    const error: unknown = await importTool().catch((reason: unknown) => reason);
    expect(failureOf(error)).toBe('stale');
  });
});

describe('an import outside a call', () => {
  it('begins at once, with hints for the browser', async () => {
    const { importTool, hinted, asked } = world({ mustStay: false });
    await expect(importTool()).resolves.toBe('the tool');
    expect(hinted).toEqual(['/assets/tool.js', '/assets/part.js']);
    expect(asked.filter((url) => url === '/assets/tool.css')).toHaveLength(1);
  });

  it('that a browser missed cannot be had again without a new page', async () => {
    const { importTool, server } = world({ mustStay: false });
    server.answer = () => new Response('', { status: 503 });
    await importTool().catch(() => false);
    server.answer = there;
    const error: unknown = await importTool().catch((reason: unknown) => reason);
    expect(failureOf(error)).toBe('stale');
  });

  it('never ends when the page is being loaded anew for it', async () => {
    const { importTool, server } = world({ mustStay: false });
    Object.assign(server, { answer: away, stays: false });
    const first = await Promise.race([importTool(), new Promise((resolve) => setImmediate(() => resolve('nothing')))]);
    expect(first).toBe('nothing');
  });
});
