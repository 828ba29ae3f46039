/** PORT. Carries frames between this tab and one peer by way of the server, in order, one at a time. */
export interface FrameRelay {
  /** Resolves once the server passed it on. Rejects with an `ApiError` when it did not: the frame is lost. */
  send(frame: Uint8Array<ArrayBuffer>): Promise<void>;
  subscribe(listener: (frame: ArrayBuffer) => void): () => void;
}
