import type { ComponentType } from 'react';

let room: ComponentType | null = null;

/** The room's page, once it was fetched. */
export const loadedRoom = (): ComponentType | null => room;

/** Fetches the room's page; once it is there, a call need not wait for it. */
export async function loadRoom(): Promise<ComponentType> {
  const { RoomRoute } = await import('./routes/room');
  room = RoomRoute;
  return room;
}
