import { browserPlatform } from '@ieum/webrtc-client';
import { defineDocumentTool } from '../document-tool';
import type { RoomTool } from '../tool';
import { fetchCarried } from './carried-requests';
import { CarriedSource } from './carried-source';
import { PracticeIcon } from './practice-icon';
import { usePracticeName } from './use-practice-name';

/** Only speaking consults carry practice, and only some of them: whether this one does, the server says. */
export const practiceTool: RoomTool = {
  id: 'practice',
  channels: [],
  start: (link) => {
    const { id, kind } = link.room;
    if (kind !== 'speaking') return null;
    const carried = new CarriedSource({
      fetch: (signal) => fetchCarried(id, signal),
      clock: browserPlatform().clock,
      onError: (error) => reportError(error),
    });
    const tool = defineDocumentTool({
      id: 'practice',
      useName: usePracticeName,
      Icon: PracticeIcon,
      shortcut: 'KeyR',
      load: async () => (await import('./practice-code')).practiceCode(carried),
    });
    const running = tool.start(link);
    return running && { ...running, offer: carried };
  },
};
