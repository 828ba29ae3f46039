import type { DocumentToolCode } from '../document-tool';
import { lazyPanel } from '../lazy-panel';
import { BoardModel } from './board-model';
import { BoardNews } from './board-news';
import { useBoardName } from './use-board-name';

/** With Excalidraw, which is larger than all the rest of the room: it is fetched when the panel opens, never ahead. */
const panel = lazyPanel<BoardModel>(useBoardName, async () => (await import('./board-panel')).BoardPanel);

export const boardCode: DocumentToolCode<BoardModel> = {
  createModel: ({ store }, shared) => new BoardModel({ shared, store, newId: () => crypto.randomUUID() }),
  Panel: panel.Part,
  News: BoardNews,
};
