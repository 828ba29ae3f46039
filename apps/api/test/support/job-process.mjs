import path from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(path.resolve(import.meta.dirname, 'job-process.ts'), {
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
});
