import path from 'node:path';
import { root } from '../ground/product.mjs';
import { startPageServer } from '../servers/page-server.mjs';
import { buildModule } from '../web/built-module.mjs';

/** Builds a script of `src/pages` and serves a page with it; returns the page's origin. */
export async function servePage(stage, name) {
  const entry = path.join(root, 'bench/src/pages', name);
  const [script] = await buildModule(path.join(await stage.folder(), 'page'), `import ${JSON.stringify(entry)};`);
  return startPageServer(stage, script);
}

/**
 * Opens the page in a browser context of its own, which `prepare` gets before the page is there.
 * @returns {Promise<{ page: import('playwright-core').Page, ask: (name: string, ...args: unknown[]) => Promise<any> }>}
 */
export async function openPage(stage, browser, origin, prepare) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  stage.keep(context, () => context.close());
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => 'bench' in globalThis);
  const ask = (name, ...args) => page.evaluate(([asked, values]) => globalThis.bench[asked](...values), [name, args]);
  return { page, ask };
}
