import { z } from 'zod';
import { BOARD_LIMITS } from './board-limits';
import type { BoardPart } from './board-part';

export interface BoardPage {
  readonly id: string;
  /** Empty: it goes by its place in the list. */
  readonly name: string;
}

/** A board nobody divided has one page. Its id is the same everywhere, or two who begin at once would make two. */
export const FIRST_PAGE = 'first';

const PageId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^:]+$/);
const PageRecord = z.object({ name: z.string().max(BOARD_LIMITS.nameLength), order: z.number() });

/** What somebody typed, as a page can be called. */
export const pageName = (typed: string): string =>
  [...typed.replaceAll(/\s+/gu, ' ').trim()].slice(0, BOARD_LIMITS.nameLength).join('').trim();

/** In their order, and at least one. What is no page is left out. */
export function pagesOf(part: BoardPart): readonly BoardPage[] {
  const pages = recordsOf(part)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .slice(0, BOARD_LIMITS.pages)
    .map(({ id, name }) => ({ id, name }));
  return pages.length > 0 ? pages : [{ id: FIRST_PAGE, name: '' }];
}

/** `false` when there are as many as there can be. */
export function addPage(part: BoardPart, id: string, name: string): boolean {
  const records = recordsOf(part);
  if (records.length >= BOARD_LIMITS.pages) return false;
  const last = records.reduce((most, { order }) => Math.max(most, order), 0);
  part.write(() => {
    // From now on the first one can be deleted, so it has to stand there.
    if (records.length === 0) part.setPage(FIRST_PAGE, { name: '', order: 0 });
    part.setPage(id, { name: pageName(name), order: last + 1 });
  });
  return true;
}

export function renamePage(part: BoardPart, id: string, name: string): void {
  const order = recordsOf(part).find((one) => one.id === id)?.order ?? 0;
  part.write(() => part.setPage(id, { name: pageName(name), order }));
}

/** With all that is on it, and the pictures that are nowhere else. The last one cannot be deleted. */
export function deletePage(part: BoardPart, id: string): boolean {
  if (pagesOf(part).length < 2) return false;
  part.write(() => {
    part.deletePage(id);
    part.deleteFiles(unusedFiles(part));
  });
  return true;
}

/** Pictures that no page shows. */
export function unusedFiles(part: BoardPart): string[] {
  const used = new Set(part.elements().map((element) => (element as { fileId?: unknown } | null)?.fileId));
  return part.fileIds().filter((id) => !used.has(id));
}

function recordsOf(part: BoardPart): { id: string; name: string; order: number }[] {
  return part.pageIds().flatMap((id) => {
    const record = PageRecord.safeParse(part.page(id));
    return record.success && PageId.safeParse(id).success
      ? [{ id, ...record.data, name: pageName(record.data.name) }]
      : [];
  });
}
