import { defineDocumentTool } from '../document-tool';
import { NotesIcon } from './notes-icon';
import { useNotesName } from './use-notes-name';

export const notesTool = defineDocumentTool({
  id: 'notes',
  useName: useNotesName,
  Icon: NotesIcon,
  shortcut: 'KeyN',
  load: async () => (await import('./notes-code')).notesCode,
});
