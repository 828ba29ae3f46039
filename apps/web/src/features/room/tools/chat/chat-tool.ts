import { useMessages } from '../../../../shared/i18n/use-messages';
import { lazyPart } from '../../lazy-part';
import { defineTool } from '../tool';
import { ChatIcon } from './chat-icon';
import { chatMessages } from './chat-messages';
import { ChatModel } from './chat-model';

const panel = lazyPart(async () => (await import('./chat-panel')).ChatPanel);

export const chatTool = defineTool({
  id: 'chat',
  useName: () => useMessages(chatMessages).name,
  Icon: ChatIcon,
  shortcut: 'KeyC',
  createModel: (link) => new ChatModel({ link, newId: () => crypto.randomUUID(), now: () => new Date().toISOString() }),
  Panel: panel.Part,
  preload: panel.preload,
});
