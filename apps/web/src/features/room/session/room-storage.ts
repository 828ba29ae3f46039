import { z } from 'zod';
import type { ToolStore } from '../tools/tool';
import type { RoomSessionOptions } from './room-session';

const CHOICES_KEY = 'ieum.room-devices';
const Choices = z.object({ microphone: z.boolean(), camera: z.boolean() }).partial();

/** Microphone and camera as the user left them, for the rest of this tab's life. */
export const deviceChoices: RoomSessionOptions['choices'] = {
  read: () => {
    const parsed = Choices.safeParse(parseJson(sessionStorage.getItem(CHOICES_KEY)));
    const { microphone = true, camera = true } = parsed.success ? parsed.data : {};
    return { microphone, camera };
  },
  write: ({ microphone, camera }) => sessionStorage.setItem(CHOICES_KEY, JSON.stringify({ microphone, camera })),
};

const keyOf = (consultId: string, toolId: string) => `ieum.room.${consultId}.${toolId}`;

/** Where a tool keeps its state for this tab: there after a reload, gone with the tab. */
export function toolStore(consultId: string, toolId: string): ToolStore {
  const key = keyOf(consultId, toolId);
  return { read: () => sessionStorage.getItem(key), write: (value) => sessionStorage.setItem(key, value) };
}

/** The consult is over: nothing of its room stays in this tab. */
export function forgetRoom(consultId: string): void {
  const prefix = keyOf(consultId, '');
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

function parseJson(stored: string | null): unknown {
  if (stored === null) return null;
  try {
    return JSON.parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
