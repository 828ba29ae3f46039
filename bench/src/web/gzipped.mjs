import { gzipSync } from 'node:zlib';

/** What a server that compresses as well as it can sends for these files, in KB of 1,024 bytes. */
export const gzippedKilobytes = (contents) =>
  contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1024;
