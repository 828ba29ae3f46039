import type * as room from './routes/room';

export type RoomCode = typeof room;

let loaded: RoomCode | null = null;

/** The room's code, once it was fetched. */
export const loadedRoom = (): RoomCode | null => loaded;

/** Fetches the room's code; once it is there, a call need not wait for it. */
export async function loadRoom(): Promise<RoomCode> {
  loaded = await import('./routes/room');
  return loaded;
}
