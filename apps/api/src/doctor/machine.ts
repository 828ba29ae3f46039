import { stat, statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Clock } from '../common/clock';
import { errorCode } from '../common/error-code';
import type { Machine, Space } from './subject';

/** The machine, or the container, that this process runs on. */
export const machineWith = (clock: Clock): Machine => ({ clock, space, memory, ca: undefined });

async function space(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(await nearest(resolve(folder)));
  return { free: bavail * bsize, total: blocks * bsize };
}

/** A data folder is made at the first start. */
async function nearest(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    return nearest(dirname(folder));
  }
}

function memory(): Space {
  const limit = process.constrainedMemory();
  const total = limit && limit > 0 && limit < totalmem() ? limit : totalmem();
  return { free: Math.min(process.availableMemory(), total), total };
}
