import { defineDocumentTool } from '../document-tool';
import { ChatIcon } from './chat-icon';
import { useChatName } from './use-chat-name';

export const chatTool = defineDocumentTool({
  id: 'chat',
  useName: useChatName,
  Icon: ChatIcon,
  shortcut: 'KeyC',
  load: async () => (await import('./chat-code')).chatCode,
});
