import { defineConfig } from 'vite';

/** One bundle of our own code and the workspace's libraries; npm packages stay outside. */
export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  ssr: { noExternal: [/^@ieum\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        'cli/approve-mentor': 'src/cli/approve-mentor.ts',
        'merge-worker': 'src/documents/merge-worker.js',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
