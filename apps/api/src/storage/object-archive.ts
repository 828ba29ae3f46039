import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ByteReader } from './byte-reader';
import { CHECK_PREFIX, isKey, type ObjectStore, sha256Of } from './object-store';

const FIRST_LINE = 'ieum-objects 1';
const LINE_BYTES = 2000;
/** Above anything that is kept: what claims to be larger is damaged. */
const OBJECT_BYTES = 256 * 1024 * 1024;

const Head = z.object({
  key: z.string().refine(isKey),
  contentType: z.string(),
  bytes: z.number().int().min(0).max(OBJECT_BYTES),
});
const Foot = z.object({ sha256: z.hex().length(64) });
const End = z.object({ objects: z.number().int().nonnegative() });

interface ArchivedObject {
  readonly key: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly sha256: Buffer;
}

/** What was read is not an archive, or not the whole of one. */
export class DamagedArchive extends Error {
  constructor() {
    super('These objects are damaged, or not all of them are there.');
  }
}

/**
 * Everything that a store keeps, as one stream: for each object a line that says what it is, its content, and a line with
 * its hash; then a line that says how many there were. So none can be missing, or changed, without being noticed.
 */
export async function* writeArchive(store: ObjectStore): AsyncIterable<Uint8Array> {
  let objects = 0;
  yield line(FIRST_LINE);
  for await (const key of store.list('')) {
    // Deleted since it was listed, or of a check that goes on.
    const stored = key.startsWith(CHECK_PREFIX) ? undefined : await store.get(key);
    if (!stored) continue;
    const { body, bytes, contentType } = stored;
    yield line(JSON.stringify({ key, contentType, bytes } satisfies z.infer<typeof Head>));
    const hash = createHash('sha256');
    let left = bytes;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw new Error('The object store gave another length than it said.');
    yield line(JSON.stringify({ sha256: hash.digest('hex') } satisfies z.infer<typeof Foot>));
    objects += 1;
  }
  yield line(JSON.stringify({ objects } satisfies z.infer<typeof End>));
}

/** @throws DamagedArchive, after what was whole */
export async function* readArchive(stream: AsyncIterable<Uint8Array>): AsyncIterable<ArchivedObject> {
  const reader = new ByteReader(stream);
  if ((await reader.line(LINE_BYTES)) !== FIRST_LINE) throw new DamagedArchive();
  for (let read = 0; ; read += 1) {
    const next = parse(await reader.line(LINE_BYTES));
    const end = End.safeParse(next);
    if (end.success) {
      if (end.data.objects !== read || !(await reader.isAtEnd())) throw new DamagedArchive();
      return;
    }
    const head = Head.safeParse(next);
    const content = head.success ? await reader.take(head.data.bytes) : undefined;
    const foot = Foot.safeParse(parse(await reader.line(LINE_BYTES)));
    if (!head.success || !content || !foot.success) throw new DamagedArchive();
    const { key, contentType } = head.data;
    const sha256 = Buffer.from(foot.data.sha256, 'hex');
    if (!sha256Of(content).equals(sha256)) throw new DamagedArchive();
    yield { key, contentType, content, sha256 };
  }
}

const line = (text: string): Buffer => Buffer.from(`${text}\n`);

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
