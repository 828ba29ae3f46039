import type { DocumentToolCode } from '../document-tool';
import { lazyPanel } from '../lazy-panel';
import { NotesModel } from './notes-model';
import { NotesNews } from './notes-news';
import { useNotesName } from './use-notes-name';

/** With the editor, which is large. */
const panel = lazyPanel<NotesModel>(useNotesName, async () => (await import('./notes-panel')).NotesPanel);

export const notesCode: DocumentToolCode<NotesModel> = {
  createModel: ({ room }, shared) => new NotesModel(shared, room.role),
  Panel: panel.Part,
  News: NotesNews,
  preload: panel.preload,
};
