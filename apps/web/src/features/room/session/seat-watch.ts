import { ApiError } from '../../../shared/lib/api-error';
import type { RoomConnection } from './room-connection';

/** The connection, for what only who has a seat may ask; `onUnseated` each time the server answers that this tab has none. */
export function watchSeat(connection: RoomConnection, onUnseated: () => void): RoomConnection {
  return {
    request: async (name, payload) => {
      try {
        return await connection.request(name, payload);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'rooms/not-joined') onUnseated();
        throw error;
      }
    },
    on: (name, listener) => connection.on(name, listener),
    onConnect: (listener) => connection.onConnect(listener),
    onDisconnect: (listener) => connection.onDisconnect(listener),
    isConnected: () => connection.isConnected(),
  };
}
