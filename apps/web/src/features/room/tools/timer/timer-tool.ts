import { defineDocumentTool } from '../document-tool';
import { TimerIcon } from './timer-icon';
import { useTimerName } from './use-timer-name';

export const timerTool = defineDocumentTool({
  id: 'timer',
  useName: useTimerName,
  Icon: TimerIcon,
  shortcut: 'KeyT',
  load: async () => (await import('./timer-code')).timerCode,
});
