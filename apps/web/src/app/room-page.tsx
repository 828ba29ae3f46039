import { lazy, useState } from 'react';
import { loadedRoom, loadRoom } from './room-code';

const LazyRoom = lazy(async () => ({ default: (await loadRoom()).RoomRoute }));

/**
 * The room, at once where its code was fetched beforehand: React shows the fallback of what is lazy for 300 ms even if
 * it is there by then, and two people wait.
 */
export function RoomPage() {
  const [Page] = useState(() => loadedRoom()?.RoomRoute ?? LazyRoom);
  return <Page />;
}
