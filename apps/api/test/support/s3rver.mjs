import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/*
 * Runs s3rver with a store that keeps what S3 promises: an object is shown as a whole or not at all, and is there once the
 * answer says so. s3rver's own writes where the object stands, and answers before the last of it is written.
 */
const require = createRequire(import.meta.url);
const S3rver = require('s3rver');
const FilesystemStore = require('s3rver/lib/stores/filesystem.js');

class WholeObjects extends FilesystemStore {
  async putObject({ bucket, key, content, metadata }) {
    return writeWhole(this.getResourcePath(bucket, key, 'object'), content, ({ md5 }) =>
      this.putMetadata(bucket, key, metadata, md5),
    );
  }

  async putPart(bucket, uploadId, number, content) {
    const path = join(this.getResourcePath(bucket, undefined, 'uploads'), uploadId, String(number));
    return writeWhole(path, content, ({ md5 }) => writeFile(`${path}.md5`, md5));
  }
}

/** `describe` writes what is known of it, before it is there. */
async function writeWhole(path, content, describe) {
  const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
  const aside = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(aside, bytes);
  const written = { size: bytes.length, md5: createHash('md5').update(bytes).digest('hex') };
  await describe(written);
  await rename(aside, path);
  return written;
}

const [directory, port] = process.argv.slice(2);
const server = new S3rver({ directory, port: Number(port), address: '127.0.0.1', silent: true });
server.store = server.context.store = new WholeObjects(directory);
await server.run();
process.stdout.write('listening');
