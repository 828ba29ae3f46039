import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database/database';
import { WorkerMerger } from '../documents/worker-merger';
import { ErasureRepository } from './erasure.repository';
import { ExportRepository } from './export.repository';
import { ExportService } from './export.service';

/** A server looks every second; without an answer for this long, none is running that could. */
const SERVER_ANSWERS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 200;

/** Everything about somebody, by their e-mail, a piece at a time. Returns whether anybody has it. */
export async function exportUser(
  database: Database,
  email: string,
  write: (piece: string) => Promise<void>,
): Promise<boolean> {
  const userId = await new ErasureRepository(database).findByEmail(email);
  if (!userId) return false;
  const merger = new WorkerMerger();
  try {
    const pieces = await new ExportService(new ExportRepository(database), merger).open(userId);
    for await (const piece of pieces ?? []) await write(piece);
  } finally {
    await merger.onApplicationShutdown();
  }
  return true;
}

/**
 * Erases an account by its e-mail: a running server does it, since it has people to tell, and this process when none
 * does. Returns whether there was one.
 */
export async function eraseUser(database: Database, email: string): Promise<boolean> {
  const repository = new ErasureRepository(database);
  const userId = await repository.findByEmail(email);
  if (!userId) return false;
  await repository.ask(userId);
  const deadline = performance.now() + SERVER_ANSWERS_WITHIN_MS;
  while (await repository.exists(userId)) {
    if (performance.now() > deadline) await repository.erase(userId);
    else await wait(LOOK_EVERY_MS);
  }
  return true;
}
