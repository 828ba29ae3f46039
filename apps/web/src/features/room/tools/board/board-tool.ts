import { defineDocumentTool } from '../document-tool';
import { BoardIcon } from './board-icon';
import { useBoardName } from './use-board-name';

export const boardTool = defineDocumentTool({
  id: 'board',
  useName: useBoardName,
  Icon: BoardIcon,
  shortcut: 'KeyB',
  wide: true,
  load: async () => (await import('./board-code')).boardCode,
});
