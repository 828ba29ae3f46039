import { chatTool } from './chat/chat-tool';
import type { RoomTool } from './tool';

/** Every tool of the room, in the order of its buttons. */
export const ROOM_TOOLS: readonly RoomTool[] = [chatTool];
