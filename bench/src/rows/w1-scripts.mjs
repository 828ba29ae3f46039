import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../ground/product.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMostInAll, toResult } from '../report/result.mjs';
import { buildBareReact } from '../web/bare-react.mjs';
import { gzippedKilobytes } from '../web/gzipped.mjs';
import { filesOf, pathTo } from '../web/manifest.mjs';

const DIST = path.join(root, 'apps/web/dist');
const ENTRY = 'index.html';
/** What reads the answer of the server that somebody is still signed in: loaded on the way to every page behind that. */
const SESSION = 'src/shared/lib/session-answer.ts';

const PAGES = [
  { title: 'landing', chunk: ENTRY, also: [], goal: atMostInAll(110, 'KB', 1.6) },
  { title: 'log-in', chunk: 'src/app/routes/log-in.tsx', also: [], goal: atMostInAll(110, 'KB', 1.6) },
  { title: 'room', chunk: 'src/app/routes/room.tsx', also: [SESSION], goal: atMostInAll(200, 'KB') },
];

export const scriptsRow = {
  id: 'W1',
  needsGround: false,
  run: () =>
    onStage(async (stage) => {
      const bare = await sizeOf(await buildBareReact(await stage.folder()));
      const manifest = await readManifest();
      const inPage = await scriptsInPage();
      const results = [];
      for (const { title, chunk, also, goal } of PAGES) {
        const files = filesOf(manifest, [...pathTo(manifest, ENTRY, chunk), ...also]);
        const scripts = [...new Set([...files, ...inPage])].map((file) => path.join(DIST, file));
        results.push(
          toResult({
            id: title === 'log-in' ? 'W1' : `W1-${title}`,
            name: `JavaScript before the first screen of ${title}, KB of gzip`,
            ours: [await sizeOf(scripts)],
            baseline: [bare],
            goal,
            details: { scripts: scripts.map((file) => path.basename(file)) },
          }),
        );
      }
      return results;
    }),
};

async function readManifest() {
  const file = path.join(DIST, '.vite/manifest.json');
  if (!existsSync(file)) throw new Error(`There is no ${path.relative(root, file)}: run "npm run build" first.`);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The scripts that the page itself names, plain ones and preloaded modules. */
async function scriptsInPage() {
  const html = await readFile(path.join(DIST, ENTRY), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/gu)].map(([, file]) => file);
}

const sizeOf = async (files) => gzippedKilobytes(await Promise.all(files.map((file) => readFile(file))));
