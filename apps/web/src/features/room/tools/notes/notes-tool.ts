import { useMessages } from '../../../../shared/i18n/use-messages';
import { defineLazyTool } from '../lazy-tool';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from './notes-channels';
import { NotesIcon } from './notes-icon';
import { notesToolMessages } from './notes-tool-messages';

export const notesTool = defineLazyTool({
  id: 'notes',
  useName: () => useMessages(notesToolMessages).name,
  Icon: NotesIcon,
  shortcut: 'KeyN',
  channels: [DOCUMENT_CHANNEL, CURSORS_CHANNEL],
  load: async () => {
    const { fetchInspector, notesCode } = await import('./notes-code');
    await fetchInspector();
    return notesCode;
  },
});
