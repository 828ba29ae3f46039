import type { FileInfo } from './file-transfer';

/** PORT. Where an incoming file goes, block by block. What throws or rejects fails the transfer: `sink-failed`. */
export interface FileSink {
  /** Keeps the next bytes, 1 MiB at most; the next ones come when it resolved. The array is the sink's to keep. */
  write(block: Uint8Array<ArrayBuffer>): Promise<void> | void;
  /** All was written and verified: the file. */
  close(): Promise<Blob> | Blob;
  /** Throws away what was written; nothing comes after. Also when the transfer was cancelled while `close` ran. */
  abort(): void;
}

/** Opens a sink for a file this side accepted. */
export type CreateFileSink = (file: FileInfo) => Promise<FileSink> | FileSink;

/**
 * A sink of one `Blob` a block, which browsers keep on disk when there are many. The file has no type of its own
 * (`application/octet-stream`), whatever was offered: a page or an image with script in it must not run when somebody
 * opens its `blob:` address.
 */
export function blobSink(): FileSink {
  let blocks: Blob[] = [];
  return {
    write: (block) => void blocks.push(new Blob([block])),
    close: () => new Blob(blocks, { type: 'application/octet-stream' }),
    abort: () => {
      blocks = [];
    },
  };
}
