import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';
import { EXCALIDRAW_ASSET_PATH } from './src/features/room/tools/board/excalidraw/asset-path';

const BOARD = path.resolve(import.meta.dirname, 'src/features/room/tools/board/excalidraw');
const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('@excalidraw/excalidraw'));
/** Handwriting for Chinese, 12 MB in 209 files. Hangul is drawn by the device's own font. */
const LEFT_OUT = 'Xiaolai';

/** Parts of it that are loaded on demand, and what comes in their place. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/^\.\/subset-(?:shared|worker)\.chunk\.js$/u, 'whole-font.ts'],
  [/^\.\/locales\/(?!en-|ko-KR-|percentages-).+\.js$/u, 'nothing.ts'],
  // It shrinks pictures; the board has its own way.
  [/^(?:pica|image-blob-reduce|@excalidraw\/mermaid-to-excalidraw)$/u, 'nothing.ts'],
];

/** What Excalidraw cannot be told otherwise. */
const CHANGES: readonly { readonly what: string; readonly from: RegExp; readonly to: string }[] = [
  // A font that is not here is looked for at esm.sh.
  { what: 'fonts from elsewhere', from: /\w+\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\)/u, to: '0' },
  {
    what: 'the font that is left out',
    from: new RegExp(String.raw`((?:var \w+="\./fonts/${LEFT_OUT}/[^"]+";)+var \w+=)\[[^;]*\];`, 'u'),
    to: '$1[];',
  },
  { what: 'a thread for subsetting', from: /typeof Worker<"u"(?=,\w+=async\(\w+,\w+\)=>\{let\{Commands)/u, to: '!1' },
];

/**
 * Excalidraw without anything that comes from elsewhere: its fonts are files of this build, and what would ask for
 * others is taken out. A version of it in which that is not found any more fails the build.
 */
export function excalidraw(): Plugin {
  const done = new Set<string>();
  return {
    name: 'ieum:excalidraw',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.startsWith(PACKAGE)) return null;
      const [, file] = REPLACED.find(([pattern]) => pattern.test(source)) ?? [];
      return file ? path.join(BOARD, file) : null;
    },
    transform(code, id) {
      if (!id.startsWith(PACKAGE) || !id.endsWith('.js')) return null;
      let changed = code;
      for (const { what, from, to } of CHANGES) {
        if (!from.test(changed)) continue;
        changed = changed.replace(from, to);
        done.add(what);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    async generateBundle() {
      const missed = CHANGES.filter(({ what }) => !done.has(what)).map(({ what }) => what);
      if (missed.length > 0)
        this.error(`Excalidraw is built otherwise now: ${missed.join(', ')} could not be changed.`);
      for (const name of await fontFiles()) {
        this.emitFile({
          type: 'asset',
          fileName: `${EXCALIDRAW_ASSET_PATH.slice(1)}fonts/${name}`,
          source: await readFile(path.join(PACKAGE, 'fonts', name)),
        });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`${EXCALIDRAW_ASSET_PATH}fonts`, (request, response, next) => {
        const file = path.join(PACKAGE, 'fonts', path.normalize(`/${request.url?.split('?', 1)[0] ?? ''}`));
        readFile(file).then(
          (font) => response.setHeader('content-type', 'font/woff2').end(font),
          () => next(),
        );
      });
    },
  };
}

async function fontFiles(): Promise<string[]> {
  const files = await readdir(path.join(PACKAGE, 'fonts'), { recursive: true });
  return files.filter((name) => name.endsWith('.woff2') && !name.startsWith(LEFT_OUT));
}
