import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { excalidraw } from './excalidraw.plugin';
import { zodWithoutJsonSchema } from './zod-without-json-schema.plugin';

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|webmanifest|txt)$/u;
/** The module whose `__vitePreload` Vite puts around every `import()` of a build. */
const VITE_PRELOAD = '\0vite/preload-helper.js';
/** What every page begins with: in one file it packs better than in those that the other pages happen to share. */
const BASE =
  /node_modules[\\/](?:(?:react|react-dom|scheduler)|@mantine[\\/]core[\\/]esm[\\/](?:core[\\/](?:Box|MantineProvider|factory|styles-api|utils)|components[\\/](?:Button|Loader|UnstyledButton|Transition)))[\\/]/u;
const api = process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** Writes `x.br` and `x.gz` beside every text file of the build, so that the server only picks one. */
function precompress(): Plugin {
  const toBrotli = promisify(brotliCompress);
  const toGzip = promisify(gzip);
  let folder = '';
  return {
    name: 'ieum:precompress',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = path.resolve(root, build.outDir)),
    async closeBundle() {
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const entry of files.filter((file) => file.isFile() && COMPRESSIBLE.test(file.name))) {
        const file = path.join(entry.parentPath, entry.name);
        const content = await readFile(file);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        await writeFile(`${file}.br`, await toBrotli(content, { params }));
        await writeFile(`${file}.gz`, await toGzip(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [excalidraw(), zodWithoutJsonSchema(), react(), precompress()],
  resolve: {
    // Excalidraw brings one of its own: two of them are none.
    dedupe: ['react', 'react-dom'],
    alias: [
      { find: /^zod$/u, replacement: path.resolve(import.meta.dirname, 'src/shared/config/zod.ts') },
      { find: VITE_PRELOAD, replacement: path.resolve(import.meta.dirname, 'src/shared/lib/import-code.ts') },
    ],
  },
  build: {
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    assetsDir: 'assets',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
    // Small images stay files: a `data:` URL costs every visitor.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/socket.io': { target: api, ws: true, changeOrigin: false },
    },
  },
});
