import type { PushName, PushOf, RequestName, RequestOf, ResponseOf } from '@ieum/signaling-protocol';

/** What a room needs of the connection to the server; the tab's socket connection has it. */
export interface RoomConnection {
  /** Rejects with an `ApiError`. */
  request<Name extends RequestName>(name: Name, payload: RequestOf<Name>): Promise<ResponseOf<Name>>;
  on<Name extends PushName>(name: Name, listener: (payload: PushOf<Name>) => void): () => void;
  /** Calls `listener` each time the connection is there again; not for the one that is there now. */
  onConnect(listener: () => void): () => void;
  /** Calls `listener` when the connection is lost. */
  onDisconnect(listener: () => void): () => void;
  isConnected(): boolean;
}
