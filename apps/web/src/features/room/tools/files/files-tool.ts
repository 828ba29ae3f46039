import { useMessages } from '../../../../shared/i18n/use-messages';
import { defineLazyTool } from '../lazy-tool';
import { FILES_CHANNEL } from './files-channel';
import { FilesIcon } from './files-icon';
import { filesToolMessages } from './files-tool-messages';

export const filesTool = defineLazyTool({
  id: 'files',
  useName: () => useMessages(filesToolMessages).name,
  Icon: FilesIcon,
  shortcut: 'KeyA',
  channels: [FILES_CHANNEL],
  takesFiles: true,
  load: () => import('./files-code').then(({ filesCode }) => filesCode),
});
