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
        'cli/doctor': 'src/cli/doctor.ts',
        'cli/make-admin': 'src/cli/make-admin.ts',
        'cli/erase-user': 'src/cli/erase-user.ts',
        'cli/export-user': 'src/cli/export-user.ts',
        'cli/move-database': 'src/cli/move-database.ts',
        'cli/objects': 'src/cli/objects.ts',
        'merge-worker': 'src/documents/merge-worker.js',
      },
      // Beside main.js, where what is shared finds the threads' programs.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
