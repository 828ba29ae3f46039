import { join } from 'node:path';

const ASIDE = '.new-';
const SUFFIX = '.object';
const MAGIC = 'ieum-object 1 ';

/** A file begins with a line of this length that says of what type the rest is: so both come and go together. */
export const HEAD_BYTES = 128;

/** `a` and `a/b` may both be keys: the suffix keeps the file of the one apart from the folder of the other. */
export const fileOf = (folder: string, key: string): string => join(folder, ...`${key}${SUFFIX}`.split('/'));

/** The last part of a key, from the name of its file; `undefined`: it is none of ours. */
export const nameOf = (fileName: string): string | undefined =>
  fileName.endsWith(SUFFIX) ? fileName.slice(0, -SUFFIX.length) : undefined;

/** What is being written, away from all keys: those have no dot. */
export const asideOf = (folder: string, id: string): string => join(folder, `${ASIDE}${id}`);

export const isAside = (fileName: string): boolean => fileName.startsWith(ASIDE);

export const headOf = (contentType: string): Buffer =>
  Buffer.from(`${`${MAGIC}${contentType}`.padEnd(HEAD_BYTES - 1)}\n`, 'latin1');

/** @throws where the file is not one of ours */
export function typeIn(head: Buffer): string {
  const line = head.toString('latin1');
  if (!line.startsWith(MAGIC) || !line.endsWith('\n')) throw new Error('A file among the objects is damaged.');
  return line.slice(MAGIC.length).trimEnd();
}
