import { Doc } from 'yjs';
import { BoardFiles } from '../../features/room/tools/board/board-files';
import { pagesOf } from '../../features/room/tools/board/board-pages';
import type { BoardPage } from '../../features/room/tools/board/board-pages';
import { BoardPart } from '../../features/room/tools/board/board-part';
import { PageSync } from '../../features/room/tools/board/page-sync';
import type { SceneElement, ShownElement } from '../../features/room/tools/board/page-sync';
import type { DocumentReading } from '../../shared/consult-document/read-document';
import type { SmallPicture } from '../../shared/pictures/picture-facts';

/** A page of a board that nobody draws on any more, with the pictures on it by their ids. */
export interface KeptPage extends BoardPage {
  readonly elements: readonly (SceneElement | ShownElement)[];
  readonly images: ReadonlyMap<string, SmallPicture>;
}

/** The pages of a kept board that have something on them, looked at as the board itself looks at what it is sent. */
export function keptPages(board: DocumentReading['board']): KeptPage[] {
  const doc = new Doc();
  doc.transact(() => board.forEach(([key, value]) => doc.getMap('board').set(key, value)));
  const part = new BoardPart(doc);
  const files = new BoardFiles(part, () => false);
  return pagesOf(part).flatMap((page) => {
    const elements = elementsOf(part, page.id);
    return elements.length === 0 ? [] : [{ ...page, elements, images: imagesOf(elements, files) }];
  });
}

function elementsOf(part: BoardPart, pageId: string): readonly (SceneElement | ShownElement)[] {
  const page = new PageSync({ part, pageId, fits: () => false, onPending: () => undefined });
  const elements = page.take([], new Set()) ?? [];
  page.close();
  return elements.filter(({ isDeleted }) => !isDeleted);
}

function imagesOf(elements: readonly object[], files: BoardFiles): Map<string, SmallPicture> {
  const images = new Map<string, SmallPicture>();
  for (const element of elements) {
    const id = 'fileId' in element && typeof element.fileId === 'string' ? element.fileId : null;
    const image = id === null ? null : files.get(id);
    if (id !== null && image) images.set(id, image);
  }
  return images;
}
