import { browserPlatform } from '@ieum/webrtc-client';
import { serverClock } from '../../../../shared/lib/server-clock';
import type { DocumentToolCode } from '../document-tool';
import { lazyPanel } from '../lazy-panel';
import { ChatModel } from './chat-model';
import { ChatNews } from './chat-news';
import { useChatName } from './use-chat-name';

const panel = lazyPanel<ChatModel>(useChatName, async () => (await import('./chat-panel')).ChatPanel);

export const chatCode: DocumentToolCode<ChatModel> = {
  createModel: ({ room: { kind, role } }, shared) =>
    new ChatModel({
      shared,
      kind,
      role,
      clock: browserPlatform().clock,
      newId: () => crypto.randomUUID(),
      now: () => new Date(serverClock.now()).toISOString(),
    }),
  Panel: panel.Part,
  News: ChatNews,
  preload: panel.preload,
};
