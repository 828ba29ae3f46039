import { boardTool } from './board/board-tool';
import { chatTool } from './chat/chat-tool';
import { codeTool } from './code/code-tool';
import { filesTool } from './files/files-tool';
import { notesTool } from './notes/notes-tool';
import { practiceTool } from './practice/practice-tool';
import { timerTool } from './timer/timer-tool';
import type { RoomTool } from './tool';

/** Every tool of the room, in the order of its buttons, and of their channels in a call: a new one comes last. */
export const ROOM_TOOLS: readonly RoomTool[] = [
  chatTool,
  filesTool,
  notesTool,
  boardTool,
  timerTool,
  codeTool,
  practiceTool,
];
